// name: issues.place_raised
// mode: value
// given: issue
// columns: place
//
// The code of the place whose conference raised the issue.
MATCH (issue:Issue)
RETURN split(issue.code, '-')[0] AS place
