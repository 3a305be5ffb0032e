// name: issues.raised_at
// mode: relation
// given: issue
// columns: meeting
//
// The meeting at which the issue was raised.
MATCH (issue:Issue)-[:RAISED_AT]->(meeting:Meeting)
RETURN meeting
