// name: figures.evaluation_points
// mode: value
// given: city
// columns: value
//
// The maximum points of the yearly evaluation: the sum over all criteria in effect in the city.
MATCH (city:City)
RETURN reduce(total = 0, part IN COLLECT {
  MATCH (city)<-[applying:APPLIES_IN]-(criterion:Criterion)
  WHERE time.holds(applying)
  WITH DISTINCT criterion
  RETURN criterion.maximum AS part
} | total + part) AS value
