// name: rules.COM4
// mode: rule
// subject: Community
// obligation: SHOULD
// window: none
// title: The community has a synergy body
// title_zh: 社区设立治理服务协同体
// required: 1 synergy body
// required_zh: 1个协同体
// observed: {value synergy body|synergy bodies}
// observed_zh: {value}个协同体
// unit: SYNERGY_BODIES
// minimum: 1
// maximum: 1
// turned_by: SERVES:SynergyBody
// evidence: SynergyBody
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to every community. Passes if the community has a synergy body. Evidence: the synergy body.
MATCH (community:Community)
WHERE community.code STARTS WITH $within
WITH community, COLLECT {
  MATCH (community)<-[service:SERVES]-(synergy_body:SynergyBody)
  WHERE time.holds(service)
  RETURN DISTINCT ['SynergyBody', synergy_body.id] AS reference ORDER BY reference
} AS bodies
RETURN community.id AS subject, community.code AS place,
  CASE WHEN size(bodies) = 1 THEN 'PASS' ELSE 'FAIL' END AS result,
  {value: size(bodies)} AS observed,
  bodies AS evidence
