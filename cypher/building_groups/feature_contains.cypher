// name: building_groups.feature_contains
// mode: value
// given: building_group
// parameters: value
// columns: contains
//
// Whether the feature of the group's work contains the text, large and small letters alike.
MATCH (building_group:BuildingGroup)
RETURN toLower(building_group.feature) CONTAINS toLower($value) AS contains
