// name: building_groups.load_group_compounds
// mode: write
// parameters: rows
// columns: loaded
//
// In which compound a building group was formed.
// A row that was corrected to join other nodes moves the relation: an id stands for one relation only.
UNWIND $rows AS row
MATCH (building_group:Entity {id: row.building_group})
MATCH (compound:Compound {code: row.compound})
CALL (row, building_group, compound) {
  MATCH (start)-[moved:FORMED_IN {id: row.id}]->(target)
  WHERE start <> building_group OR target <> compound
  DELETE moved
}
MERGE (building_group)-[formation:FORMED_IN {id: row.id}]->(compound)
SET formation.since = row.since,
    formation.until = row.until
RETURN count(*) AS loaded
