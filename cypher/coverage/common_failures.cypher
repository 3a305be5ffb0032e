// name: coverage.common_failures
// mode: relation
// parameters: common_failures
// columns: common_failure
// order: common_failure.key
//
// Failures of rules that have something in common, passed in as a list of maps.
UNWIND $common_failures AS common_failure
WITH common_failure
RETURN common_failure
