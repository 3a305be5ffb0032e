// name: members.load_responsibility_zones
// mode: write
// parameters: rows
// columns: loaded
//
// Responsibility zones; the id says which community each lies in. A row that was corrected to another kind moves the zone.
UNWIND $rows AS row
MATCH (community:Community {code: left(row.id, 12)})
MATCH (kind:ZoneKind {id: row.kind})
MERGE (zone:Entity {id: row.id})
SET zone:ResponsibilityZone,
    zone.name = row.name,
    zone.provenance = row.provenance
MERGE (zone)-[lying:LIES_IN {id: row.id + '-1'}]->(community)
SET lying.since = row.since,
    lying.until = row.until
WITH zone, kind
CALL (zone, kind) {
  MATCH (zone)-[moved:OF_KIND]->(other)
  WHERE other <> kind
  DELETE moved
}
MERGE (zone)-[:OF_KIND]->(kind)
RETURN count(*) AS loaded
