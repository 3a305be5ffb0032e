// name: issues.escalations
// mode: relation
// given: issue
// columns: escalation
// order: escalation.date, escalation.id
//
// The escalations of the issue by the day, the first one first.
MATCH (issue:Issue)-[:ESCALATED_BY]->(escalation:Escalation)
WHERE time.happened(escalation)
RETURN escalation
