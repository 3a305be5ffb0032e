// name: conferences.attended
// mode: relation
// given: actor
// columns: meeting
// order: toString(meeting.date) DESC, meeting.id
//
// The meetings up to `asOf` that the person or organization attended, newest first.
MATCH (actor:Person|Organization)-[:ATTENDED]->(meeting:Meeting)
WHERE time.happened(meeting)
RETURN meeting
