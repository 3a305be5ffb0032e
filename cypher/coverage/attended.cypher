// name: coverage.attended
// mode: value
// given: actor, meetings
// columns: attended
//
// Those of the meetings that the person or body took part in, as evidence, in their order.
MATCH (actor:Person|Organization)-[:ATTENDED]->(meeting:Meeting)
UNWIND [[meeting]] AS meetings
RETURN COLLECT {
  UNWIND meetings AS one
  MATCH (actor)-[:ATTENDED]->(one)
  RETURN ['Meeting', one.id] AS reference ORDER BY one.date, one.id
} AS attended
