// name: rules.BLD2
// mode: rule
// subject: Building
// obligation: SHOULD
// window: none
// title: The building is in one building group at most
// title_zh: 楼栋只属于一个党小组
// required: in at most 1 building group
// required_zh: 至多属于1个联合楼栋党小组
// observed: in {value group|groups}
// observed_zh: 属于{value}个党小组
// unit: BUILDING_GROUPS
// maximum: 1
// turned_by: COVERS
// evidence: BuildingGroup
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to a building in at least one building group, whether or not its compound has a branch. Passes if it is in
// exactly one; a group that covers the building twice counts once. Evidence: the groups.
MATCH (building:Building)
WHERE building.code STARTS WITH $within
OPTIONAL MATCH (building)<-[covering:COVERS]-(building_group:BuildingGroup)
WHERE time.holds(covering)
WITH building, building_group ORDER BY building_group.id
WITH building, collect(DISTINCT ['BuildingGroup', building_group.id]) AS found
WITH building, [reference IN found WHERE reference[1] IS NOT NULL] AS groups
RETURN building.id AS subject, building.code AS place,
  CASE size(groups) WHEN 0 THEN 'NOT_APPLICABLE' WHEN 1 THEN 'PASS' ELSE 'FAIL' END AS result,
  CASE WHEN groups <> [] THEN {value: size(groups)} END AS observed,
  groups AS evidence
