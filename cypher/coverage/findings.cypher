// name: coverage.findings
// mode: relation
// parameters: findings
// columns: finding
// order: finding.key
//
// The findings of rules, passed in as a list of maps.
UNWIND $findings AS finding
WITH finding
RETURN finding
