// name: building_groups.central_household_count
// mode: value
// given: building_group
// columns: households
//
// How many central households the building group has.
MATCH (building_group:BuildingGroup)
RETURN COUNT {
  MATCH (building_group)<-[host:HOSTS]-(household:CentralHousehold)
  WHERE time.holds(host)
  RETURN DISTINCT household
} AS households
