// name: issues.conference_raised
// mode: relation
// given: conference
// columns: issue
// order: issue.code
//
// The issues that were raised at meetings of the conference by the day.
MATCH (conference:Conference)-[:HELD]->(meeting:Meeting)<-[:RAISED_AT]-(issue:Issue)
WHERE time.happened(meeting)
RETURN issue
