// name: rules.LDR3
// mode: rule
// subject: Leader
// obligation: SHOULD
// window: QUARTER
// due: ATTENDANCE
// title: The leader attended the conference of the community
// title_zh: 市级领导参加社区联席会
// required: at least 1 meeting attended in the quarter
// required_zh: 当季度至少参加1次会议
// observed: {value} of {of meeting|meetings}
// observed_zh: {of}次会议中参加{value}次
// unit: MEETINGS
// minimum: 1
// turned_by: PAIRED_WITH, PAIRED_WITH/SERVES:Conference
// evidence: Meeting
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to a leader whose pairing (the earliest current one) had started by the first day of the quarter, if the
// conference of the paired community met in the quarter. Passes if the leader attended at least one of these meetings.
// The conference is the one that serves the community on `asOf`; it may have started during the quarter. Evidence: the
// meetings attended.
MATCH (leader:Leader)
WHERE leader.code STARTS WITH left($within, 6)
WITH leader, coverage.pairing_of_actor(leader) AS paired, coverage.place_of_actor(leader) AS place
WHERE place STARTS WITH $within
WITH leader, place, paired.pairing AS pairing, paired.community AS community
WITH leader, place, pairing, coverage.conference(community) AS held
WITH leader, place, pairing, held.conference AS conference
WITH leader, place, pairing, coverage.meetings_held(conference) AS meetings
WITH leader, place, meetings, coverage.held_before(pairing) AND meetings <> [] AS applies,
  coverage.attended(leader, meetings) AS attended
RETURN leader.id AS subject, place,
  CASE WHEN NOT applies THEN 'NOT_APPLICABLE' WHEN attended <> [] THEN 'PASS' ELSE 'FAIL' END AS result,
  CASE WHEN applies THEN {value: size(attended), of: size(meetings)} END AS observed,
  CASE WHEN applies THEN attended ELSE [] END AS evidence
