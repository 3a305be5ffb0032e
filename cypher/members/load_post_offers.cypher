// name: members.load_post_offers
// mode: write
// parameters: rows
// columns: loaded
//
// Which kinds of post a community offers.
// A row that was corrected to join other nodes moves the relation: an id stands for one relation only.
UNWIND $rows AS row
MATCH (community:Community {code: row.community})
MATCH (kind:PostKind {id: row.post_kind})
CALL (row, community, kind) {
  MATCH (start)-[moved:OFFERS {id: row.id}]->(target)
  WHERE start <> community OR target <> kind
  DELETE moved
}
MERGE (community)-[offer:OFFERS {id: row.id}]->(kind)
SET offer.since = row.since,
    offer.until = row.until
RETURN count(*) AS loaded
