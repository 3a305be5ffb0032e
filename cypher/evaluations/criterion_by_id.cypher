// name: evaluations.criterion_by_id
// mode: relation
// parameters: id
// columns: criterion, applying
//
// The criterion with the ID, if it has come into effect by `asOf`.
MATCH (criterion:Entity&Criterion {id: $id})-[applying:APPLIES_IN]->(:City)
WHERE time.began(applying)
RETURN criterion, applying
