// name: rules.LDR2
// mode: rule
// subject: Leader
// obligation: MUST
// window: QUARTER
// due: VISIT
// title: The leader visited the community in the quarter
// title_zh: 市级领导每季度至少深入社区1次
// required: at least 1 visit to the community in the quarter
// required_zh: 当季度至少深入社区1次
// observed: {value visit|visits}
// observed_zh: {value}次深入社区
// unit: VISITS
// minimum: 1
// turned_by: PAIRED_WITH
// evidence: Visit
// parameters: within, window_from, window_until
// columns: subject, place, result, observed, evidence
//
// Applies to a leader whose pairing (the earliest, if there are several) had started by the first day of the quarter.
// Passes with at least one visit of the leader to the community in the quarter. Evidence: the visits, earliest first.
MATCH (leader:Leader)
WHERE leader.code STARTS WITH left($within, 6)
WITH leader, coverage.pairing_of_actor(leader) AS paired, coverage.place_of_actor(leader) AS place
WHERE place STARTS WITH $within
WITH leader, place, CASE WHEN paired.pairing.since <= $window_from THEN paired.community END AS community
WITH leader, place, community, COLLECT {
  MATCH (leader)-[:MADE]->(visit:Visit)-[:TO]->(community)
  WHERE $window_from <= visit.date AND visit.date < $window_until
  RETURN ['Visit', visit.id] AS reference ORDER BY visit.date, visit.id
} AS visits
RETURN leader.id AS subject, place,
  CASE
    WHEN community IS NULL THEN 'NOT_APPLICABLE'
    WHEN size(visits) >= 1 THEN 'PASS'
    ELSE 'FAIL'
  END AS result,
  CASE WHEN community IS NOT NULL THEN {value: size(visits)} END AS observed,
  visits AS evidence
