// name: coverage.finding_by_id
// mode: relation
// parameters: id, findings
// columns: finding
//
// The finding with the ID, out of those passed in.
UNWIND [finding IN $findings WHERE finding.id = $id] AS finding
WITH finding
RETURN finding
