// name: conferences.meeting_conference
// mode: relation
// given: meeting
// columns: conference
// order: conference.id
//
// The conference that held the meeting.
MATCH (meeting:Meeting)<-[:HELD]-(conference:Conference)
RETURN conference
