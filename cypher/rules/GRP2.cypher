// name: rules.GRP2
// mode: rule
// subject: BuildingGroup
// obligation: MUST
// window: none
// title: The compound of the group has a branch
// title_zh: 党小组所在小区有党支部
// required: its compound has a branch
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
  coverage.name(compound) + CASE WHEN branches <> [] THEN ' has a branch' ELSE ' has no branch' END AS observed,
  branches AS evidence
