// name: building_groups.headed
// mode: relation
// given: person
// columns: hosting, household
// order: hosting.since, hosting.id
//
// The central households that the person heads, each with the building group that meets there, the earliest first.
MATCH (person:Person)-[heading:HEADS]->(household:CentralHousehold)-[hosting:HOSTS]->(building_group:BuildingGroup)
WHERE time.holds(heading) AND time.holds(hosting) AND building_groups.hosting_stands(hosting, household, building_group)
WITH DISTINCT hosting, household
RETURN hosting, household
