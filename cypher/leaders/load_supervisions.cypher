// name: leaders.load_supervisions
// mode: write
// parameters: rows
// columns: loaded
//
// Which leader is in charge of which department's field.
// A row that was corrected to join other nodes moves the relation: an id stands for one relation only.
UNWIND $rows AS row
MATCH (leader:Leader {code: row.leader})
MATCH (department:Department {code: row.department})
CALL (row, leader, department) {
  MATCH (start)-[moved:SUPERVISES {id: row.id}]->(target)
  WHERE start <> leader OR target <> department
  DELETE moved
}
MERGE (leader)-[supervision:SUPERVISES {id: row.id}]->(department)
SET supervision.since = row.since,
    supervision.until = row.until
RETURN count(*) AS loaded
