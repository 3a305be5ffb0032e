// name: escalations.conference_awaiting
// mode: relation
// given: conference
// columns: escalation
// order: toString(escalation.date), escalation.id
//
// What the conference sent up and still waits for feedback on, the longest waiting first.
MATCH (conference:Conference)<-[:FROM]-(escalation:Escalation)
WHERE time.happened(escalation) AND escalations.awaits_feedback(escalation)
RETURN escalation
