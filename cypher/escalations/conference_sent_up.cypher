// name: escalations.conference_sent_up
// mode: relation
// given: conference
// columns: escalation
// order: toString(escalation.date), escalation.id
//
// The escalations by which the conference sent issues up by the day, the first submitted first.
MATCH (conference:Conference)<-[:FROM]-(escalation:Escalation)
WHERE time.happened(escalation)
RETURN escalation
