// name: coverage.findings
// mode: relation
// parameters: findings
// columns: finding
// order: finding.key
//
// Findings that rules gave, handed in as a list of maps.
UNWIND $findings AS finding
WITH finding
RETURN finding
