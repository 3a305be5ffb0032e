// name: issues.held_by
// mode: relation
// given: issue
// columns: conference
//
// The conference that holds the issue, or that settled it.
MATCH (issue:Issue)
UNWIND [issues.holder(issue)] AS conference
WITH conference WHERE conference IS NOT NULL
RETURN conference
