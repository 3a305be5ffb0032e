// name: pairings.load_leader_pairings
// mode: write
// parameters: rows
// columns: loaded
//
// Which community a leader is paired with.
// A row that was corrected to join other nodes moves the relation: an id stands for one relation only.
UNWIND $rows AS row
MATCH (leader:Leader {code: row.leader})
MATCH (community:Community {code: row.community})
CALL (row, leader, community) {
  MATCH (start)-[moved:PAIRED_WITH {id: row.id}]->(target)
  WHERE start <> leader OR target <> community
  DELETE moved
}
MERGE (leader)-[pairing:PAIRED_WITH {id: row.id}]->(community)
SET pairing.since = row.since,
    pairing.until = row.until
RETURN count(*) AS loaded
