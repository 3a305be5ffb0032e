// name: coverage.finding_by_id
// mode: relation
// parameters: id, findings
// columns: finding
//
// The finding that has the id, among those handed in.
UNWIND [finding IN $findings WHERE finding.id = $id] AS finding
WITH finding
RETURN finding
