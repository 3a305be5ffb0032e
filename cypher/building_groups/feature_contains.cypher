// name: building_groups.feature_contains
// mode: value
// given: building_group
// parameters: value
// columns: contains
//
// Whether the feature of the group's work contains the text, compared as in names.
MATCH (building_group:BuildingGroup)
RETURN search.folded(building_group.feature) CONTAINS search.folded($value) AS contains
