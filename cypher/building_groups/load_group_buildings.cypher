// name: building_groups.load_group_buildings
// mode: write
// parameters: rows
// columns: loaded
//
// Which buildings a building group covers.
// A row that was corrected to join other nodes moves the relation: an id stands for one relation only.
UNWIND $rows AS row
MATCH (building_group:Entity {id: row.building_group})
MATCH (building:Building {code: row.building})
CALL (row, building_group, building) {
  MATCH (start)-[moved:COVERS {id: row.id}]->(target)
  WHERE start <> building_group OR target <> building
  DELETE moved
}
MERGE (building_group)-[covering:COVERS {id: row.id}]->(building)
SET covering.since = row.since,
    covering.until = row.until
RETURN count(*) AS loaded
