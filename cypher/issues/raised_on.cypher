// name: issues.raised_on
// mode: value
// given: issue
// columns: day
//
// The date of the meeting at which the issue was raised.
MATCH (issue:Issue)
RETURN head(COLLECT {
  MATCH (issue)-[:RAISED_AT]->(meeting:Meeting)
  RETURN meeting.date
}) AS day
