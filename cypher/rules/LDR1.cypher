// name: rules.LDR1
// mode: rule
// subject: Leader
// obligation: MUST
// window: none
// title: The leader is paired with exactly one community
// title_zh: 每位市级领导联系1个社区
// required: exactly 1 community
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies always. Passes with exactly one pairing that holds. The evidence is the pairings, the earliest first.
MATCH (leader:Leader)
WHERE leader.code STARTS WITH left($within, 6)
WITH leader, coverage.place_of_actor(leader) AS place
WHERE place STARTS WITH $within
WITH leader, place, coverage.pairings_of_actor(leader) AS pairings
RETURN leader.id AS subject, place,
  CASE WHEN size(pairings) = 1 THEN 'PASS' ELSE 'FAIL' END AS result,
  coverage.quantity(size(pairings), 'pairing', 'pairings') AS observed,
  [pairing IN pairings | ['LeaderPairing', pairing]] AS evidence
