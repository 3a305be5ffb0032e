// name: issues.conference_raised
// mode: relation
// given: conference
// columns: issue
// order: issue.code
//
// The issues raised at meetings of the conference up to `asOf`.
MATCH (conference:Conference)-[:HELD]->(meeting:Meeting)<-[:RAISED_AT]-(issue:Issue)
WHERE time.happened(meeting)
RETURN issue
