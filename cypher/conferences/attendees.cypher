// name: conferences.attendees
// mode: relation
// given: meeting
// columns: actor, attendance
// order: actor.id
//
// Whoever took part in the meeting.
MATCH (meeting:Meeting)<-[attendance:ATTENDED]-(actor:Person|Organization)
RETURN actor, attendance
