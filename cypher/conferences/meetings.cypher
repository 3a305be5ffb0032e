// name: conferences.meetings
// mode: relation
// given: conference
// columns: meeting
// order: toString(meeting.date) DESC, meeting.id
//
// The meetings of the conference up to `asOf`, newest first.
MATCH (conference:Conference)-[:HELD]->(meeting:Meeting)
WHERE time.happened(meeting)
RETURN meeting
