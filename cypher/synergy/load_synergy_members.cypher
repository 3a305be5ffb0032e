// name: synergy.load_synergy_members
// mode: write
// parameters: rows
// columns: loaded
//
// Which unit is a member of a synergy body, and the functions that it serves there.
// A row that was corrected to join other nodes moves the relation: an id stands for one relation only.
UNWIND $rows AS row
MATCH (unit:Entity {id: row.unit})
MATCH (synergy_body:Entity {id: row.synergy_body})
CALL (row, unit, synergy_body) {
  MATCH (start)-[moved:MEMBER_OF {id: row.id}]->(target)
  WHERE start <> unit OR target <> synergy_body
  DELETE moved
}
MERGE (unit)-[membership:MEMBER_OF {id: row.id}]->(synergy_body)
SET membership.functions = row.functions,
    membership.since = row.since,
    membership.until = row.until
RETURN count(*) AS loaded
