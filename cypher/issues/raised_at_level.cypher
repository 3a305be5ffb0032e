// name: issues.raised_at_level
// mode: value
// given: issue
// parameters: value
// columns: matches
//
// Whether the issue was raised by a conference of the level.
MATCH (issue:Issue)
RETURN issues.level_raised(issue) = $value AS matches
