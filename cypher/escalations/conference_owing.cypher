// name: escalations.conference_owing
// mode: relation
// given: conference
// columns: escalation
// order: toString(escalation.date), escalation.id
//
// What came up to the conference and still waits for its feedback, the longest waiting first.
MATCH (conference:Conference)<-[:UP_TO]-(escalation:Escalation)
WHERE time.happened(escalation) AND escalations.awaits_feedback(escalation)
RETURN escalation
