// name: coverage.changes
// mode: relation
// parameters: changes
// columns: change
// order: change.key
//
// Changes of findings between two days, handed in as a list of maps.
UNWIND $changes AS change
WITH change
RETURN change
