// name: rules.CMP1
// mode: rule
// subject: Compound
// obligation: SHOULD
// window: none
// title: The compound has a branch
// title_zh: 小区成立党支部
// required: 1 branch
// required_zh: 1个党支部
// observed: {value branch|branches}
// observed_zh: {value}个党支部
// unit: BRANCHES
// minimum: 1
// maximum: 1
// turned_by: SERVES:Branch
// evidence: Branch
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to every compound. Passes if the compound has a branch. Evidence: the branch.
MATCH (compound:Compound)
WHERE compound.code STARTS WITH $within
WITH compound, coverage.branches(compound) AS branches
RETURN compound.id AS subject, compound.code AS place,
  CASE WHEN size(branches) = 1 THEN 'PASS' ELSE 'FAIL' END AS result,
  {value: size(branches)} AS observed,
  branches AS evidence
