// name: issues.escalations
// mode: relation
// given: issue
// columns: escalation
// order: escalation.date, escalation.id
//
// The escalations of the issue up to `asOf`, oldest first.
MATCH (issue:Issue)-[:ESCALATED_BY]->(escalation:Escalation)
WHERE time.happened(escalation)
RETURN escalation
