// name: conferences.convened_by
// mode: relation
// given: meeting
// columns: person
// order: person.id
//
// The person who convened the meeting.
MATCH (meeting:Meeting)<-[:CONVENED]-(person:Person)
RETURN person
