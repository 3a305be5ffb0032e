// name: rules.DEP1
// mode: rule
// subject: Department
// obligation: MUST
// window: none
// title: The department is paired with exactly one community
// title_zh: 每个部门包扶1个社区
// required: exactly 1 community
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies always. Passes with exactly one pairing that holds. The evidence is the pairings, the earliest first.
MATCH (department:Department)
WHERE department.code STARTS WITH left($within, 6)
WITH department, coverage.place_of_actor(department) AS place
WHERE place STARTS WITH $within
WITH department, place, coverage.pairings_of_actor(department) AS pairings
RETURN department.id AS subject, place,
  CASE WHEN size(pairings) = 1 THEN 'PASS' ELSE 'FAIL' END AS result,
  coverage.quantity(size(pairings), 'pairing', 'pairings') AS observed,
  [pairing IN pairings | ['DepartmentPairing', pairing]] AS evidence
