// name: escalations.exists
// mode: value
// given: escalation
// columns: exists
//
// Whether the escalation has been submitted by the day.
MATCH (escalation:Escalation)
RETURN time.happened(escalation) AS exists
