// name: members.load_people_in_difficulty
// mode: write
// parameters: rows
// columns: loaded
//
// People in difficulty, and the community that has them on record. A row that was corrected to another community moves
// the record.
UNWIND $rows AS row
MATCH (community:Community {code: row.community})
MERGE (person:PersonInDifficulty {id: row.id})
WITH row, person, community
CALL (row, person, community) {
  MATCH (person)-[moved:ON_RECORD_IN]->(other)
  WHERE other <> community
  DELETE moved
}
MERGE (person)-[record:ON_RECORD_IN {id: row.id + '-1'}]->(community)
SET record.since = row.since,
    record.until = row.until
RETURN count(*) AS loaded
