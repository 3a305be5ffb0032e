// name: organizations.load_party_organization_bodies
// mode: write
// parameters: rows
// columns: loaded
//
// Which place, department or other organization a Party organization is the Party's organization of.
// A row that was corrected to join other nodes moves the relation: an id stands for one relation only.
UNWIND $rows AS row
MATCH (party_organization:Entity {id: row.party_organization})
MATCH (body:Entity {id: row.body})
CALL (row, party_organization, body) {
  MATCH (start)-[moved:ORGANIZED_IN {id: row.id}]->(target)
  WHERE start <> party_organization OR target <> body
  DELETE moved
}
MERGE (party_organization)-[organizing:ORGANIZED_IN {id: row.id}]->(body)
SET organizing.since = row.since,
    organizing.until = row.until
RETURN count(*) AS loaded
