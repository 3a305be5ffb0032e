// name: escalations.conference_owing
// mode: relation
// given: conference
// columns: escalation
// order: toString(escalation.date), escalation.id
//
// The escalations that the conference has received and still owes feedback on, oldest first.
MATCH (conference:Conference)<-[:UP_TO]-(escalation:Escalation)
WHERE time.happened(escalation) AND escalations.awaits_feedback(escalation)
RETURN escalation
