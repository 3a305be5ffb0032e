// name: coverage.changes
// mode: relation
// parameters: changes
// columns: change
// order: change.key
//
// The changes of findings between two dates, passed in as a list of maps.
UNWIND $changes AS change
WITH change
RETURN change
