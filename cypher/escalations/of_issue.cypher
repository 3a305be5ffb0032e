// name: escalations.of_issue
// mode: value
// given: issue
// columns: escalations
//
// The escalations of the issue by the day, the first one first.
MATCH (issue:Issue)
RETURN COLLECT {
  MATCH (issue)-[:ESCALATED_BY]->(escalation:Escalation)
  WHERE time.happened(escalation)
  RETURN escalation ORDER BY escalation.date, escalation.id
} AS escalations
