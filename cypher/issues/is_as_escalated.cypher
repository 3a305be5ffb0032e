// name: issues.is_as_escalated
// mode: value
// given: issue
// parameters: value
// columns: matches
//
// Whether the issue has been escalated by `asOf`, compared with the given value.
MATCH (issue:Issue)
RETURN issues.is_escalated(issue) = $value AS matches
