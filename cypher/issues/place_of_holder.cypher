// name: issues.place_of_holder
// mode: value
// given: issue
// columns: place
//
// The code of the place whose conference holds the issue, or settled it.
MATCH (issue:Issue)
RETURN split(issues.holder(issue).id, 'K')[0] AS place
