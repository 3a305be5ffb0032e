// name: building_groups.central_households
// mode: relation
// given: building_group
// columns: hosting, household
// order: hosting.since, hosting.id
//
// The central households where the building group meets, the earliest first.
MATCH (building_group:BuildingGroup)<-[hosting:HOSTS]-(household:CentralHousehold)
WHERE time.holds(hosting) AND hosting = head(COLLECT {
  MATCH (household)-[other:HOSTS]->(building_group)
  WHERE time.holds(other)
  RETURN other ORDER BY other.since, other.id LIMIT 1
})
RETURN hosting, household
