// name: building_groups.is_adjacent
// mode: value
// given: building_group
// parameters: value
// columns: fits
//
// Whether the buildings of the group are adjacent, compared with the given value. Null, which matches neither value, if
// that is unknown.
MATCH (building_group:BuildingGroup)
RETURN building_groups.adjacent(building_group) = $value AS fits
