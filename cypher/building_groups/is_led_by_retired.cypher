// name: building_groups.is_led_by_retired
// mode: value
// given: building_group
// parameters: value
// columns: fits
//
// Whether the leader of the group is retired (or is not, as asked); null, which keeps nothing, without a leader and
// where it is not on record.
MATCH (building_group:BuildingGroup)
RETURN building_groups.leader_retired(building_group) = $value AS fits
