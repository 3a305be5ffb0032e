// name: conferences.meetings_within
// mode: relation
// parameters: within
// columns: meeting
// order: toString(meeting.date) DESC, meeting.id
//
// The meetings up to `asOf` of the conferences of the places within a place, newest first.
MATCH (place:Place)<-[service:SERVES]-(:Conference)-[:HELD]->(meeting:Meeting)
WHERE place.code STARTS WITH $within AND time.began(service) AND time.happened(meeting)
WITH DISTINCT meeting
RETURN meeting
