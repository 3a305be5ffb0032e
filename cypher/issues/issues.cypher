// name: issues.issues
// mode: relation
// parameters: within
// columns: issue
// order: issue.code
//
// The issues raised by conferences within a place up to `asOf`.
MATCH (issue:Issue)
WHERE issue.code STARTS WITH $within AND issues.exists(issue)
RETURN issue
