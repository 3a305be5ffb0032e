// name: issues.meetings
// mode: relation
// given: issue
// columns: meeting
// order: toString(meeting.date) DESC, meeting.id
//
// The meetings of every level that have had the issue on their agenda up to `asOf`, newest first.
MATCH (issue:Issue)-[:RAISED_AT|ON_AGENDA_OF]->(meeting:Meeting)
WHERE time.happened(meeting)
WITH DISTINCT meeting
RETURN meeting
