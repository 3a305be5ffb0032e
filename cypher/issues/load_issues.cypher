// name: issues.load_issues
// mode: write
// parameters: rows
// columns: loaded
//
// Issues, each with the code that its place, the year of the meeting where it was raised and its number make. A row that
// was corrected to another meeting moves the raising.
UNWIND $rows AS row
MATCH (meeting:Entity {id: row.meeting})
MERGE (issue:Entity {id: row.id})
SET issue:Issue,
    issue.code = split(row.id, 'I')[0] + '-' + toString(meeting.date.year) + '-' + split(row.id, 'I')[1],
    issue.title = row.title,
    issue.resolved_on = row.resolved_on,
    issue.resolution = row.resolution,
    issue.provenance = row.provenance
WITH issue, meeting
CALL (issue, meeting) {
  MATCH (issue)-[moved:RAISED_AT]->(other)
  WHERE other <> meeting
  DELETE moved
}
MERGE (issue)-[:RAISED_AT]->(meeting)
RETURN count(*) AS loaded
