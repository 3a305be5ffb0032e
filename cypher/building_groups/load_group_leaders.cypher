// name: building_groups.load_group_leaders
// mode: write
// parameters: rows
// columns: loaded
//
// Who leads a building group.
// A row that was corrected to join other nodes moves the relation: an id stands for one relation only.
UNWIND $rows AS row
MATCH (person:Entity {id: row.person})
MATCH (building_group:Entity {id: row.building_group})
CALL (row, person, building_group) {
  MATCH (start)-[moved:LEADS {id: row.id}]->(target)
  WHERE start <> person OR target <> building_group
  DELETE moved
}
MERGE (person)-[leading:LEADS {id: row.id}]->(building_group)
SET leading.since = row.since,
    leading.until = row.until
RETURN count(*) AS loaded
