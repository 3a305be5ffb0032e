// name: organizations.load_stationings
// mode: write
// parameters: rows
// columns: loaded
//
// Which community an enterprise, a social organization or a unit is stationed in.
// A row that was corrected to join other nodes moves the relation: an id stands for one relation only.
UNWIND $rows AS row
MATCH (organization:Entity {id: row.organization})
MATCH (community:Community {code: row.community})
CALL (row, organization, community) {
  MATCH (start)-[moved:STATIONED_IN {id: row.id}]->(target)
  WHERE start <> organization OR target <> community
  DELETE moved
}
MERGE (organization)-[stationing:STATIONED_IN {id: row.id}]->(community)
SET stationing.since = row.since,
    stationing.until = row.until
RETURN count(*) AS loaded
