// name: building_groups.group_of_household
// mode: relation
// given: hosting
// columns: building_group
// history: hosting
//
// The building group that meets at a central household: the other end of a hosting, which is given.
MATCH (:CentralHousehold)-[hosting:HOSTS]->(building_group:BuildingGroup)
RETURN building_group
