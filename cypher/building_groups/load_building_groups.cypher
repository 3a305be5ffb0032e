// name: building_groups.load_building_groups
// mode: write
// parameters: rows
// columns: loaded
//
// Joint building groups and the feature of their work.
UNWIND $rows AS row
MERGE (building_group:Entity {id: row.id})
SET building_group:BuildingGroup,
    building_group.name = row.name,
    building_group.feature = row.feature,
    building_group.provenance = row.provenance
RETURN count(*) AS loaded
