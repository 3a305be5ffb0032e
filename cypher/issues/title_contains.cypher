// name: issues.title_contains
// mode: value
// given: issue
// parameters: value
// columns: matches
//
// Whether the title of the issue contains the text, compared as in names.
MATCH (issue:Issue)
RETURN search.folded(issue.title) CONTAINS search.folded($value) AS matches
