// name: escalations.levels
// mode: value
// given: escalation
// columns: levels
//
// The number of levels that the escalation goes up; 1 from one level to the next. (Codes of the levels have 6, 9, 12
// and 15 digits.)
MATCH (escalation:Escalation)
RETURN head(COLLECT {
  MATCH (lower:Conference)<-[:FROM]-(escalation)-[:UP_TO]->(upper:Conference)
  RETURN (size(split(lower.id, 'K')[0]) - size(split(upper.id, 'K')[0])) / 3 AS levels
}) AS levels
