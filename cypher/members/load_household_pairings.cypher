// name: members.load_household_pairings
// mode: write
// parameters: rows
// columns: loaded
//
// Members paired with people in difficulty.
// A row that was corrected to join other nodes moves the relation: an id stands for one relation only.
UNWIND $rows AS row
MATCH (member:Member {id: row.member})
MATCH (person:PersonInDifficulty {id: row.person})
CALL (row, member, person) {
  MATCH (start)-[moved:HELPS {id: row.id}]->(target)
  WHERE start <> member OR target <> person
  DELETE moved
}
MERGE (member)-[pairing:HELPS {id: row.id}]->(person)
SET pairing.since = row.since,
    pairing.until = row.until
RETURN count(*) AS loaded
