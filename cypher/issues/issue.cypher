// name: issues.issue
// mode: relation
// parameters: code
// columns: issue
//
// The issue with the code, if it has been raised by `asOf`.
MATCH (issue:Issue {code: $code})
WHERE issues.exists(issue)
RETURN issue
