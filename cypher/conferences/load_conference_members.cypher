// name: conferences.load_conference_members
// mode: write
// parameters: rows
// columns: loaded
//
// The standing members of conferences.
// A row that was corrected to join other nodes moves the relation: an id stands for one relation only.
UNWIND $rows AS row
MATCH (person:Entity {id: row.person})
MATCH (conference:Entity {id: row.conference})
CALL (row, person, conference) {
  MATCH (start)-[moved:BELONGS_TO {id: row.id}]->(target)
  WHERE start <> person OR target <> conference
  DELETE moved
}
MERGE (person)-[membership:BELONGS_TO {id: row.id}]->(conference)
SET membership.category = row.category,
    membership.since = row.since,
    membership.until = row.until
RETURN count(*) AS loaded
