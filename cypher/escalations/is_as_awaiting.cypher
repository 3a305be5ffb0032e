// name: escalations.is_as_awaiting
// mode: value
// given: escalation
// parameters: value
// columns: keeps
//
// Whether the escalation waits for feedback, or waits no more.
MATCH (escalation:Escalation)
RETURN escalations.awaits_feedback(escalation) = $value AS keeps
