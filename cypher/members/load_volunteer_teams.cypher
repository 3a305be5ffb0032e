// name: members.load_volunteer_teams
// mode: write
// parameters: rows
// columns: loaded
//
// Volunteer teams; the id says which community each serves. A row that was corrected to another kind moves the team.
UNWIND $rows AS row
MATCH (community:Community {code: left(row.id, 12)})
MATCH (kind:TeamKind {id: row.kind})
MERGE (team:Entity {id: row.id})
SET team:Organization:VolunteerTeam,
    team.name = row.name,
    team.provenance = row.provenance
MERGE (team)-[service:SERVES {id: row.id + '-1'}]->(community)
SET service.since = row.since,
    service.until = row.until
WITH team, kind
CALL (team, kind) {
  MATCH (team)-[moved:OF_KIND]->(other)
  WHERE other <> kind
  DELETE moved
}
MERGE (team)-[:OF_KIND]->(kind)
RETURN count(*) AS loaded
