// name: conferences.attendees
// mode: relation
// given: meeting
// columns: actor, attendance
// order: actor.id
//
// The persons and organizations that attended the meeting.
MATCH (meeting:Meeting)<-[attendance:ATTENDED]-(actor:Person|Organization)
RETURN actor, attendance
