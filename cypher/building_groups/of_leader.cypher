// name: building_groups.of_leader
// mode: relation
// given: person
// columns: building_group
// order: building_group.id
//
// The building groups that the person leads, each once.
MATCH (person:Person)-[lead:LEADS]->(building_group:BuildingGroup)
WHERE time.holds(lead) AND building_groups.exists(building_group)
WITH DISTINCT building_group
RETURN building_group
