// name: evaluations.criteria
// mode: relation
// given: city
// columns: criterion
// order: criterion.id
//
// The criteria in effect in the city on `asOf`.
MATCH (city:City)<-[applying:APPLIES_IN]-(criterion:Criterion)
WHERE time.holds(applying)
WITH DISTINCT criterion
RETURN criterion
