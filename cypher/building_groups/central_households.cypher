// name: building_groups.central_households
// mode: relation
// given: building_group
// columns: hosting, household
// order: hosting.since, hosting.id
//
// The central households where the building group meets, the earliest first.
MATCH (building_group:BuildingGroup)<-[hosting:HOSTS]-(household:CentralHousehold)
WHERE time.holds(hosting) AND building_groups.hosting_stands(hosting, household, building_group)
RETURN hosting, household
