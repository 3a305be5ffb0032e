// name: building_groups.is_adjacent
// mode: value
// given: building_group
// parameters: value
// columns: fits
//
// Whether the buildings of the group are adjacent (or are not, as asked); null, which keeps nothing, where that
// can't be known.
MATCH (building_group:BuildingGroup)
RETURN building_groups.adjacent(building_group) = $value AS fits
