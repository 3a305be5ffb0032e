// name: conferences.convened_by
// mode: relation
// given: meeting
// columns: person
// order: person.id
//
// Who convened the meeting.
MATCH (meeting:Meeting)<-[:CONVENED]-(person:Person)
RETURN person
