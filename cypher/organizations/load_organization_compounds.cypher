// name: organizations.load_organization_compounds
// mode: write
// parameters: rows
// columns: loaded
//
// Which compound a branch, an owners' committee or a property company serves.
// A row that was corrected to join other nodes moves the relation: an id stands for one relation only.
UNWIND $rows AS row
MATCH (organization:Entity {id: row.organization})
MATCH (compound:Compound {code: row.compound})
CALL (row, organization, compound) {
  MATCH (start)-[moved:SERVES {id: row.id}]->(target)
  WHERE start <> organization OR target <> compound
  DELETE moved
}
MERGE (organization)-[service:SERVES {id: row.id}]->(compound)
SET service.since = row.since,
    service.until = row.until
RETURN count(*) AS loaded
