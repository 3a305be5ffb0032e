// name: issues.place_of_holder
// mode: value
// given: issue
// columns: place
//
// The code of the place whose conference has the issue on the day, or settled it.
MATCH (issue:Issue)
RETURN split(issues.holder(issue).id, 'K')[0] AS place
