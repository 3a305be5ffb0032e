// name: conferences.attended
// mode: relation
// given: actor
// columns: meeting
// order: toString(meeting.date) DESC, meeting.id
//
// The meetings up to the day that the person or body took part in, newest first.
MATCH (actor:Person|Organization)-[:ATTENDED]->(meeting:Meeting)
WHERE time.happened(meeting)
RETURN meeting
