// name: coverage.change_counts
// mode: relation
// parameters: counts
// columns: counted
// order: counted.key
//
// The numbers of changes by rule, passed in as a list of maps.
UNWIND $counts AS counted
WITH counted
RETURN counted
