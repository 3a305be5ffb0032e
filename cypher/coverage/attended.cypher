// name: coverage.attended
// mode: value
// given: actor, meetings
// columns: attended
//
// The meetings, out of those given, that the person or organization attended, as evidence, in the given order.
MATCH (actor:Person|Organization)-[:ATTENDED]->(meeting:Meeting)
UNWIND [[meeting]] AS meetings
RETURN COLLECT {
  UNWIND meetings AS one
  MATCH (actor)-[:ATTENDED]->(one)
  RETURN ['Meeting', one.id] AS reference ORDER BY one.date, one.id
} AS attended
