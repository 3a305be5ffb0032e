// name: coverage.finding_counts
// mode: relation
// parameters: groups
// columns: group
// order: group.sort
//
// The groups of findings, passed in as a list of maps.
UNWIND $groups AS group
WITH group
RETURN group
