// name: issues.is_raised_before
// mode: value
// given: issue
// parameters: value
// columns: is_before
//
// Whether the issue was raised before the given date.
MATCH (issue:Issue)
RETURN issues.raised_on(issue) < $value AS is_before
