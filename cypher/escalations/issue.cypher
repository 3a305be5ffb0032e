// name: escalations.issue
// mode: relation
// given: escalation
// columns: issue
//
// The issue that was escalated.
MATCH (escalation:Escalation)<-[:ESCALATED_BY]-(issue:Issue)
RETURN issue
