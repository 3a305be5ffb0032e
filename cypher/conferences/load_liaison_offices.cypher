// name: conferences.load_liaison_offices
// mode: write
// parameters: rows
// columns: loaded
//
// Which department holds the liaison office of a conference.
// A row that was corrected to join other nodes moves the relation: an id stands for one relation only.
UNWIND $rows AS row
MATCH (department:Department {code: row.department})
MATCH (conference:Entity {id: row.conference})
CALL (row, department, conference) {
  MATCH (start)-[moved:LIAISON_OF {id: row.id}]->(target)
  WHERE start <> department OR target <> conference
  DELETE moved
}
MERGE (department)-[liaison:LIAISON_OF {id: row.id}]->(conference)
SET liaison.since = row.since,
    liaison.until = row.until
RETURN count(*) AS loaded
