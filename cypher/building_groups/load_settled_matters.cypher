// name: building_groups.load_settled_matters
// mode: write
// parameters: rows
// columns: loaded
//
// Matters that building groups settled. A row that was corrected to another group moves the matter.
UNWIND $rows AS row
MATCH (building_group:Entity {id: row.building_group})
MERGE (matter:Entity {id: row.id})
SET matter:SettledMatter,
    matter.date = row.date,
    matter.title = row.title,
    matter.provenance = row.provenance
WITH building_group, matter
CALL (building_group, matter) {
  MATCH (other)-[moved:SETTLED]->(matter)
  WHERE other <> building_group
  DELETE moved
}
MERGE (building_group)-[:SETTLED]->(matter)
RETURN count(*) AS loaded
