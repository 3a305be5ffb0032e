// name: synergy.load_synergy_body_communities
// mode: write
// parameters: rows
// columns: loaded
//
// Which community a synergy body serves.
// A row that was corrected to join other nodes moves the relation: an id stands for one relation only.
UNWIND $rows AS row
MATCH (synergy_body:Entity {id: row.synergy_body})
MATCH (community:Community {code: row.community})
CALL (row, synergy_body, community) {
  MATCH (start)-[moved:SERVES {id: row.id}]->(target)
  WHERE start <> synergy_body OR target <> community
  DELETE moved
}
MERGE (synergy_body)-[service:SERVES {id: row.id}]->(community)
SET service.since = row.since,
    service.until = row.until
RETURN count(*) AS loaded
