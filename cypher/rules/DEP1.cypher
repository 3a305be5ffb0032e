// name: rules.DEP1
// mode: rule
// subject: Department
// obligation: MUST
// window: none
// title: The department is paired with exactly one community
// title_zh: 每个部门包扶1个社区
// required: exactly 1 community
// required_zh: 仅包扶1个社区
// observed: {value pairing|pairings}
// observed_zh: {value}项联系包扶
// unit: PAIRINGS
// minimum: 1
// maximum: 1
// turned_by: PAIRED_WITH
// evidence: DepartmentPairing
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to every department. Passes with exactly one current pairing. Of several with the same community, such as one
// renewed before its end, only the earliest counts. Evidence: the pairings, earliest first.
MATCH (department:Department)
WHERE department.code STARTS WITH left($within, 6)
OPTIONAL MATCH (department)-[pairing:PAIRED_WITH]->(community:Community)
WHERE time.holds(pairing) AND pairings.stands(pairing, department, community)
WITH department, pairing, community ORDER BY pairing.since, pairing.id
WITH department, collect(pairing.id) AS pairings, coalesce(head(collect(community.code)), left(department.code, 6)) AS place
WHERE place STARTS WITH $within
RETURN department.id AS subject, place,
  CASE WHEN size(pairings) = 1 THEN 'PASS' ELSE 'FAIL' END AS result,
  {value: size(pairings)} AS observed,
  [pairing IN pairings | ['DepartmentPairing', pairing]] AS evidence
