// name: rules.BLD1
// mode: rule
// subject: Building
// obligation: MUST
// window: none
// title: The building is in a building group
// title_zh: 楼栋纳入联合楼栋党小组
// required: in at least 1 building group
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to a building whose compound has a branch. Passes in at least one building group. The evidence is the groups.
MATCH (building:Building)-[:PART_OF]->(compound:Compound)
WHERE building.code STARTS WITH $within
WITH building, coverage.has_branch(compound) AS applies, coverage.groups(building) AS groups
RETURN building.id AS subject, building.code AS place,
  CASE WHEN NOT applies THEN 'NOT_APPLICABLE' WHEN groups <> [] THEN 'PASS' ELSE 'FAIL' END AS result,
  CASE WHEN applies THEN 'in ' + coverage.quantity(size(groups), 'group', 'groups') END AS observed,
  groups AS evidence
