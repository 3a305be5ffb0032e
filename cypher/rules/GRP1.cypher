// name: rules.GRP1
// mode: rule
// subject: BuildingGroup
// obligation: MUST
// window: none
// title: The group has a central household
// title_zh: 联合楼栋党小组设党员中心户
// required: at least 1 central household
// required_zh: 至少1个党员中心户
// observed: {value central household|central households}
// observed_zh: {value}个党员中心户
// unit: CENTRAL_HOUSEHOLDS
// minimum: 1
// turned_by: FORMED_IN, HOSTS
// evidence: BuildingGroup
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to every building group. Passes with at least one central household. Evidence: the group.
MATCH (compound:Compound)<-[formation:FORMED_IN]-(building_group:BuildingGroup)
WHERE compound.code STARTS WITH $within AND time.holds(formation)
  AND NOT coverage.has_moved(building_group, formation)
WITH building_group, compound, COUNT {
  MATCH (building_group)<-[hosting:HOSTS]-(household:CentralHousehold)
  WHERE time.holds(hosting)
  RETURN DISTINCT household
} AS households
RETURN building_group.id AS subject, compound.code AS place,
  CASE WHEN households >= 1 THEN 'PASS' ELSE 'FAIL' END AS result,
  {value: households} AS observed,
  [['BuildingGroup', building_group.id]] AS evidence
