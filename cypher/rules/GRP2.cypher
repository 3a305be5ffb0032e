// name: rules.GRP2
// mode: rule
// subject: BuildingGroup
// obligation: MUST
// window: none
// title: The compound of the group has a branch
// title_zh: 党小组所在小区有党支部
// required: its compound has a branch
// required_zh: 所在小区有党支部
// observed_branch: {name} has a branch
// observed_branch_zh: {name}有党支部
// observed_no_branch: {name} has no branch
// observed_no_branch_zh: {name}无党支部
// turned_by: FORMED_IN, FORMED_IN/SERVES:Branch
// evidence: Branch
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to every building group. Passes if the compound of the group has a branch. Evidence: the branch.
MATCH (compound:Compound)<-[formation:FORMED_IN]-(building_group:BuildingGroup)
WHERE compound.code STARTS WITH $within AND time.holds(formation)
  AND NOT coverage.has_moved(building_group, formation)
WITH building_group, compound, coverage.branches(compound) AS branches
RETURN building_group.id AS subject, compound.code AS place,
  CASE WHEN branches <> [] THEN 'PASS' ELSE 'FAIL' END AS result,
  {form: CASE WHEN branches <> [] THEN 'branch' ELSE 'no_branch' END, name: coverage.name(compound)} AS observed,
  branches AS evidence
