// name: issues.load_issue_settlements
// mode: write
// parameters: rows
// columns: loaded
//
// Which synergy body an issue was settled with. A row that was corrected to another body moves the settlement.
UNWIND $rows AS row
MATCH (issue:Entity {id: row.issue})
MATCH (synergy_body:Entity {id: row.synergy_body})
CALL (issue, synergy_body) {
  MATCH (other:SynergyBody)-[moved:SETTLED]->(issue)
  WHERE other <> synergy_body
  DELETE moved
}
MERGE (synergy_body)-[:SETTLED]->(issue)
RETURN count(*) AS loaded
