// name: issues.is_raised_from
// mode: value
// given: issue
// parameters: value
// columns: is_from
//
// Whether the issue was raised on or after the given date.
MATCH (issue:Issue)
RETURN issues.raised_on(issue) >= $value AS is_from
