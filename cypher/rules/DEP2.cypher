// name: rules.DEP2
// mode: rule
// subject: Department
// obligation: SHOULD
// window: none
// title: Its community is one that its supervising leader is paired with
// title_zh: 与分管领导共同包扶同一社区
// required: the supervising leader is paired with the same community
// required_zh: 分管领导联系同一社区
// observed: {name} is paired with {community}
// observed_zh: {name}联系{community}
// observed_unpaired: {name} is paired with no community
// observed_unpaired_zh: {name}未联系社区
// observed_unrecorded: no supervisor on record
// observed_unrecorded_zh: 无分管领导的记录
// turned_by: PAIRED_WITH, SUPERVISES, SUPERVISES/PAIRED_WITH
// evidence: DepartmentPairing, Leader, LeaderPairing
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to a paired department. Passes if its supervising leader (the earliest, if there are several) is paired with
// the same community, and fails if that leader is unpaired. Unknown if no supervising leader is recorded. Evidence: the
// supervising leader and both pairings, as far as they exist; if the leader has several pairings, the one with the same
// community comes first.
MATCH (department:Department)
WHERE department.code STARTS WITH left($within, 6)
WITH department, coverage.pairing_of_actor(department) AS paired, coverage.place_of_actor(department) AS place
WHERE place STARTS WITH $within
WITH department, paired, place, head(COLLECT {
  MATCH (department)<-[supervision:SUPERVISES]-(leader:Leader)
  WHERE time.holds(supervision)
  RETURN leader ORDER BY supervision.since, leader.code LIMIT 1
}) AS supervisor
WITH department, paired, place, supervisor, COLLECT {
  MATCH (supervisor)-[pairing:PAIRED_WITH]->(community:Community)
  WHERE time.holds(pairing) AND pairings.stands(pairing, supervisor, community)
  RETURN {id: pairing.id, community: community} AS one
  ORDER BY community.code = place DESC, pairing.since, pairing.id
} AS theirs
RETURN department.id AS subject, place,
  CASE
    WHEN paired IS NULL THEN 'NOT_APPLICABLE'
    WHEN supervisor IS NULL THEN 'UNKNOWN'
    WHEN head(theirs).community = paired.community THEN 'PASS'
    ELSE 'FAIL'
  END AS result,
  CASE
    WHEN paired IS NULL THEN null
    WHEN supervisor IS NULL THEN {form: 'unrecorded'}
    WHEN theirs = [] THEN {form: 'unpaired', name: coverage.name(supervisor)}
    ELSE {name: coverage.name(supervisor), community: coverage.name(head(theirs).community)}
  END AS observed,
  CASE WHEN supervisor IS NULL THEN [] ELSE [['Leader', supervisor.id]] END
    + CASE WHEN paired IS NULL THEN [] ELSE [['DepartmentPairing', paired.pairing.id]] END
    + [one IN theirs | ['LeaderPairing', one.id]] AS evidence
