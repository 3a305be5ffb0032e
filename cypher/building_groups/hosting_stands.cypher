// name: building_groups.hosting_stands
// mode: value
// given: hosting, household, building_group
// columns: stands
// history: ever
//
// Whether a building group's meeting at a household is the earliest that holds, so that a list contains each household
// once. (No search is needed for a household that hosted only once.)
MATCH (household:CentralHousehold)-[hosting:HOSTS]->(building_group:BuildingGroup)
RETURN (COUNT { (household)-[ever:HOSTS]->() } = 1 OR NOT EXISTS {
  MATCH (household)-[other:HOSTS]->(building_group)
  WHERE time.holds(other) AND time.precedes(other, hosting)
}) AS stands
