// name: building_groups.group_of_matter
// mode: relation
// given: matter
// columns: building_group
//
// The building group that settled the matter.
MATCH (matter:SettledMatter)<-[:SETTLED]-(building_group:BuildingGroup)
RETURN building_group
