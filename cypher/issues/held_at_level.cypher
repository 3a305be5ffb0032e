// name: issues.held_at_level
// mode: value
// given: issue
// parameters: value
// columns: keeps
//
// Whether the conference that has the issue is of the level.
MATCH (issue:Issue)
RETURN conferences.level(issues.holder(issue)) = $value AS keeps
