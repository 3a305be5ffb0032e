// name: escalations.awaits_feedback
// mode: value
// given: escalation
// columns: awaits
//
// Whether the upper conference still owes feedback: none has been given, and the issue is open.
MATCH (escalation:Escalation)
RETURN NOT time.reached(escalation.feedback_on) AND EXISTS {
  MATCH (escalation)<-[:ESCALATED_BY]-(issue:Issue)
  WHERE NOT time.reached(issue.resolved_on)
} AS awaits
