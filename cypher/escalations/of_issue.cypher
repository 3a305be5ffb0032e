// name: escalations.of_issue
// mode: value
// given: issue
// columns: escalations
//
// The escalations of the issue up to `asOf`, oldest first.
MATCH (issue:Issue)
RETURN COLLECT {
  MATCH (issue)-[:ESCALATED_BY]->(escalation:Escalation)
  WHERE time.happened(escalation)
  RETURN escalation ORDER BY escalation.date, escalation.id
} AS escalations
