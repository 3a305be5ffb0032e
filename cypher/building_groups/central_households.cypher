// name: building_groups.central_households
// mode: relation
// given: building_group
// columns: hosting, household
// order: hosting.since, hosting.id
// history: ever
//
// The central households where the building group meets, the earliest first. (No search is needed for a household that
// hosted only once.)
MATCH (building_group:BuildingGroup)<-[hosting:HOSTS]-(household:CentralHousehold)
WHERE time.holds(hosting) AND (COUNT { (household)-[ever:HOSTS]->() } = 1 OR NOT EXISTS {
  MATCH (household)-[other:HOSTS]->(building_group)
  WHERE time.holds(other) AND time.precedes(other, hosting)
})
RETURN hosting, household
