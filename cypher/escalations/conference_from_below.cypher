// name: escalations.conference_from_below
// mode: relation
// given: conference
// columns: escalation
// order: toString(escalation.date), escalation.id
//
// The escalations that the conference has received up to `asOf`, oldest first.
MATCH (conference:Conference)<-[:UP_TO]-(escalation:Escalation)
WHERE time.happened(escalation)
RETURN escalation
