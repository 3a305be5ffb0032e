// name: issues.title_contains
// mode: value
// given: issue
// parameters: value
// columns: keeps
//
// Whether the title of the issue contains the text, whatever the case of letters.
MATCH (issue:Issue)
RETURN toLower(issue.title) CONTAINS toLower($value) AS keeps
