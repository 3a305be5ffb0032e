// name: rules.BLD1
// mode: rule
// subject: Building
// obligation: MUST
// window: none
// title: The building is in a building group
// title_zh: 楼栋纳入联合楼栋党小组
// required: in at least 1 building group
// required_zh: 至少纳入1个联合楼栋党小组
// observed: in {value group|groups}
// observed_zh: 属于{value}个党小组
// unit: BUILDING_GROUPS
// minimum: 1
// turned_by: COVERS, PART_OF/SERVES:Branch
// evidence: BuildingGroup
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to a building whose compound has a branch. Passes if the building is in at least one building group. Not
// applicable if the compound has no branch, even if the building is in a group. Evidence: the groups.
MATCH (compound:Compound)
WHERE compound.code STARTS WITH left($within, 15)
WITH compound, coverage.has_branch(compound) AS applies
MATCH (compound)<-[:PART_OF]-(building:Building)
WHERE left(building.code, size($within)) = $within
OPTIONAL MATCH (building)<-[covering:COVERS]-(building_group:BuildingGroup)
WHERE time.holds(covering)
WITH building, applies, building_group ORDER BY building_group.id
WITH building, applies, collect(DISTINCT ['BuildingGroup', building_group.id]) AS found
WITH building, applies, [reference IN found WHERE reference[1] IS NOT NULL] AS groups
RETURN building.id AS subject, building.code AS place,
  CASE WHEN NOT applies THEN 'NOT_APPLICABLE' WHEN groups <> [] THEN 'PASS' ELSE 'FAIL' END AS result,
  CASE WHEN applies THEN {value: size(groups)} END AS observed,
  groups AS evidence
