// name: building_groups.load_group_households
// mode: write
// parameters: rows
// columns: loaded
//
// Which central household a building group meets at.
// A row that was corrected to join other nodes moves the relation: an id stands for one relation only.
UNWIND $rows AS row
MATCH (household:CentralHousehold {id: row.household})
MATCH (building_group:Entity {id: row.building_group})
CALL (row, household, building_group) {
  MATCH (start)-[moved:HOSTS {id: row.id}]->(target)
  WHERE start <> household OR target <> building_group
  DELETE moved
}
MERGE (household)-[hosting:HOSTS {id: row.id}]->(building_group)
SET hosting.since = row.since,
    hosting.until = row.until
RETURN count(*) AS loaded
