// name: escalations.escalations
// mode: relation
// parameters: within
// columns: escalation
// order: toString(escalation.date), escalation.id
//
// The escalations, by the day, of issues that conferences within a place raised, the first submitted first.
MATCH (escalation:Escalation)
WHERE escalation.id STARTS WITH $within AND time.happened(escalation)
RETURN escalation
