// name: escalations.conference_awaiting
// mode: relation
// given: conference
// columns: escalation
// order: toString(escalation.date), escalation.id
//
// The escalations that the conference has submitted and that still await feedback, oldest first.
MATCH (conference:Conference)<-[:FROM]-(escalation:Escalation)
WHERE time.happened(escalation) AND escalations.awaits_feedback(escalation)
RETURN escalation
