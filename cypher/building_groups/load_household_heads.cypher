// name: building_groups.load_household_heads
// mode: write
// parameters: rows
// columns: loaded
//
// Who heads a central household.
// A row that was corrected to join other nodes moves the relation: an id stands for one relation only.
UNWIND $rows AS row
MATCH (person:Entity {id: row.person})
MATCH (household:CentralHousehold {id: row.household})
CALL (row, person, household) {
  MATCH (start)-[moved:HEADS {id: row.id}]->(target)
  WHERE start <> person OR target <> household
  DELETE moved
}
MERGE (person)-[heading:HEADS {id: row.id}]->(household)
SET heading.since = row.since,
    heading.until = row.until
RETURN count(*) AS loaded
