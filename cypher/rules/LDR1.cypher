// name: rules.LDR1
// mode: rule
// subject: Leader
// obligation: MUST
// window: none
// title: The leader is paired with exactly one community
// title_zh: 每位市级领导联系1个社区
// required: exactly 1 community
// required_zh: 仅联系1个社区
// observed: {value pairing|pairings}
// observed_zh: {value}项联系包扶
// unit: PAIRINGS
// minimum: 1
// maximum: 1
// turned_by: PAIRED_WITH
// evidence: LeaderPairing
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to every leader. Passes with exactly one current pairing. Of several with the same community, such as one
// renewed before its end, only the earliest counts. Evidence: the pairings, earliest first.
MATCH (leader:Leader)
WHERE leader.code STARTS WITH left($within, 6)
OPTIONAL MATCH (leader)-[pairing:PAIRED_WITH]->(community:Community)
WHERE time.holds(pairing) AND pairings.stands(pairing, leader, community)
WITH leader, pairing, community ORDER BY pairing.since, pairing.id
WITH leader, collect(pairing.id) AS pairings, coalesce(head(collect(community.code)), left(leader.code, 6)) AS place
WHERE place STARTS WITH $within
RETURN leader.id AS subject, place,
  CASE WHEN size(pairings) = 1 THEN 'PASS' ELSE 'FAIL' END AS result,
  {value: size(pairings)} AS observed,
  [pairing IN pairings | ['LeaderPairing', pairing]] AS evidence
