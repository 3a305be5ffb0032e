// name: issues.issues
// mode: relation
// parameters: within
// columns: issue
// order: issue.code
//
// The issues that conferences within a place have raised by the day.
MATCH (issue:Issue)
WHERE issue.code STARTS WITH $within AND issues.exists(issue)
RETURN issue
