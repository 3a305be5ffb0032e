// name: issues.exists
// mode: value
// given: issue
// columns: exists
//
// Whether the issue has been raised by `asOf`.
MATCH (issue:Issue)
RETURN EXISTS {
  MATCH (issue)-[:RAISED_AT]->(meeting:Meeting)
  WHERE time.happened(meeting)
} AS exists
