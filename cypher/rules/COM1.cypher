// name: rules.COM1
// mode: rule
// subject: Community
// obligation: MUST
// window: none
// title: Three to five departments are paired with the community
// title_zh: 每社区3至5家市直部门包扶
// required: 3 to 5 departments
// required_zh: 3至5个部门
// observed: {value department|departments}
// observed_zh: {value}个部门
// unit: DEPARTMENTS
// minimum: 3
// maximum: 5
// turned_by: PAIRED_WITH:Department
// evidence: Department
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to every community. Passes with 3 to 5 paired departments. Evidence: the departments.
MATCH (community:Community)
WHERE community.code STARTS WITH $within
WITH community, COLLECT {
  MATCH (community)<-[pairing:PAIRED_WITH]-(department:Department)
  WHERE time.holds(pairing)
  RETURN DISTINCT ['Department', department.id] AS reference ORDER BY reference
} AS departments
RETURN community.id AS subject, community.code AS place,
  CASE WHEN 3 <= size(departments) <= 5 THEN 'PASS' ELSE 'FAIL' END AS result,
  {value: size(departments)} AS observed,
  departments AS evidence
