// name: building_groups.settled
// mode: relation
// given: building_group
// columns: matter
// order: toString(matter.date) DESC, matter.id
//
// The matters that the building group settled, newest first.
MATCH (building_group:BuildingGroup)-[:SETTLED]->(matter:SettledMatter)
WHERE time.happened(matter)
RETURN matter
