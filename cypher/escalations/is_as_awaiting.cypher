// name: escalations.is_as_awaiting
// mode: value
// given: escalation
// parameters: value
// columns: matches
//
// Whether the escalation awaits feedback, compared with the given value.
MATCH (escalation:Escalation)
RETURN escalations.awaits_feedback(escalation) = $value AS matches
