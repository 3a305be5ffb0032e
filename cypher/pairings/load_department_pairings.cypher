// name: pairings.load_department_pairings
// mode: write
// parameters: rows
// columns: loaded
//
// Which community a department is paired with.
// A row that was corrected to join other nodes moves the relation: an id stands for one relation only.
UNWIND $rows AS row
MATCH (department:Department {code: row.department})
MATCH (community:Community {code: row.community})
CALL (row, department, community) {
  MATCH (start)-[moved:PAIRED_WITH {id: row.id}]->(target)
  WHERE start <> department OR target <> community
  DELETE moved
}
MERGE (department)-[pairing:PAIRED_WITH {id: row.id}]->(community)
SET pairing.since = row.since,
    pairing.until = row.until
RETURN count(*) AS loaded
