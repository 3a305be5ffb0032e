// name: building_groups.is_led_by_retired
// mode: value
// given: building_group
// parameters: value
// columns: fits
//
// Whether the leader of the group is retired, compared with the given value. Null, which matches neither value, if
// there is no leader or it is not recorded.
MATCH (building_group:BuildingGroup)
RETURN building_groups.leader_retired(building_group) = $value AS fits
