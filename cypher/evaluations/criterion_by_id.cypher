// name: evaluations.criterion_by_id
// mode: relation
// parameters: id
// columns: criterion, applying
//
// The criterion that has the id, if it has come into force by the day.
MATCH (criterion:Entity&Criterion {id: $id})-[applying:APPLIES_IN]->(:City)
WHERE time.began(applying)
RETURN criterion, applying
