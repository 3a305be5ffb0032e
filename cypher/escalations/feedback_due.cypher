// name: escalations.feedback_due
// mode: value
// given: escalation
// columns: due
//
// The last date for the upper conference's feedback: the days allowed for it after the agenda meeting. Null if feedback
// was given, or if the issue has not been on the agenda yet.
MATCH (escalation:Escalation)
RETURN escalations.due(escalation).feedback AS due
