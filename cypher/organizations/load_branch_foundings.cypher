// name: organizations.load_branch_foundings
// mode: write
// parameters: rows
// columns: loaded
//
// On which owners' committee or with which property company a joint branch was founded.
// A row that was corrected to join other nodes moves the relation: an id stands for one relation only.
UNWIND $rows AS row
MATCH (branch:Entity {id: row.branch})
MATCH (organization:Entity {id: row.organization})
CALL (row, branch, organization) {
  MATCH (start)-[moved:FOUNDED_ON {id: row.id}]->(target)
  WHERE start <> branch OR target <> organization
  DELETE moved
}
MERGE (branch)-[founding:FOUNDED_ON {id: row.id}]->(organization)
SET founding.since = row.since,
    founding.until = row.until
RETURN count(*) AS loaded
