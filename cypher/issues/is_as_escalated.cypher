// name: issues.is_as_escalated
// mode: value
// given: issue
// parameters: value
// columns: keeps
//
// Whether the issue has been escalated by the day, or has not.
MATCH (issue:Issue)
RETURN issues.is_escalated(issue) = $value AS keeps
