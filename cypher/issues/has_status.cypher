// name: issues.has_status
// mode: value
// given: issue
// parameters: value
// columns: matches
//
// Whether the issue has the status.
MATCH (issue:Issue)
RETURN issues.status(issue) = $value AS matches
