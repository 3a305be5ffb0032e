// name: building_groups.group_of_household
// mode: relation
// given: hosting
// columns: building_group
//
// The building group that meets at a central household.
MATCH (:CentralHousehold)-[hosting:HOSTS]->(building_group:BuildingGroup)
RETURN building_group
