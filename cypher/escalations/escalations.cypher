// name: escalations.escalations
// mode: relation
// parameters: within
// columns: escalation
// order: toString(escalation.date), escalation.id
//
// The escalations up to `asOf` of issues raised by conferences within a place, oldest first.
MATCH (escalation:Escalation)
WHERE escalation.id STARTS WITH $within AND time.happened(escalation)
RETURN escalation
