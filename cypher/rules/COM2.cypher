// name: rules.COM2
// mode: rule
// subject: Community
// obligation: SHOULD
// window: none
// title: At least one leader is paired with the community
// title_zh: 每社区有市级领导联系
// required: at least 1 leader
// required_zh: 至少1名市级党员领导干部
// observed: {value leader|leaders}
// observed_zh: {value}名市级党员领导干部
// unit: LEADERS
// minimum: 1
// turned_by: PAIRED_WITH:Leader
// evidence: Leader
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to every community. Passes with at least one paired leader. Evidence: the leaders.
MATCH (community:Community)
WHERE community.code STARTS WITH $within
WITH community, COLLECT {
  MATCH (community)<-[pairing:PAIRED_WITH]-(leader:Leader)
  WHERE time.holds(pairing)
  RETURN DISTINCT ['Leader', leader.id] AS reference ORDER BY reference
} AS leaders
RETURN community.id AS subject, community.code AS place,
  CASE WHEN size(leaders) >= 1 THEN 'PASS' ELSE 'FAIL' END AS result,
  {value: size(leaders)} AS observed,
  leaders AS evidence
