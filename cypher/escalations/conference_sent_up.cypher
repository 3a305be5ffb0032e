// name: escalations.conference_sent_up
// mode: relation
// given: conference
// columns: escalation
// order: toString(escalation.date), escalation.id
//
// The escalations that the conference has submitted up to `asOf`, oldest first.
MATCH (conference:Conference)<-[:FROM]-(escalation:Escalation)
WHERE time.happened(escalation)
RETURN escalation
