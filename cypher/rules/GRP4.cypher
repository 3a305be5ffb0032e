// name: rules.GRP4
// mode: rule
// subject: BuildingGroup
// obligation: SHOULD
// window: none
// title: The leader of the group is a retired member
// title_zh: 退休老党员任党小组长
// required: a leader who is retired
// required_zh: 组长已退休
// observed_retired: leader retired
// observed_retired_zh: 组长已退休
// observed_not_retired: leader not retired
// observed_not_retired_zh: 组长未退休
// observed_no_leader: no leader
// observed_no_leader_zh: 无组长
// observed_unrecorded: not on record whether the leader is retired
// observed_unrecorded_zh: 无组长是否退休的记录
// turned_by: FORMED_IN, LEADS
// evidence: Person, Leader
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to every building group. Passes if the leader of the group (the earliest, if there are several) is retired.
// Fails if there is no leader. Unknown if it is not recorded whether the leader is retired. Evidence: the leader.
MATCH (compound:Compound)<-[formation:FORMED_IN]-(building_group:BuildingGroup)
WHERE compound.code STARTS WITH $within AND time.holds(formation)
  AND NOT coverage.has_moved(building_group, formation)
WITH building_group, compound, head(COLLECT {
  MATCH (building_group)<-[lead:LEADS]-(person:Person)
  WHERE time.holds(lead)
  RETURN person ORDER BY lead.since, person.id LIMIT 1
}) AS leader
RETURN building_group.id AS subject, compound.code AS place,
  CASE
    WHEN leader IS NULL THEN 'FAIL'
    WHEN leader.retired IS NULL THEN 'UNKNOWN'
    WHEN leader.retired THEN 'PASS'
    ELSE 'FAIL'
  END AS result,
  CASE
    WHEN leader IS NULL THEN {form: 'no_leader'}
    WHEN leader.retired IS NULL THEN {form: 'unrecorded'}
    WHEN leader.retired THEN {form: 'retired'}
    ELSE {form: 'not_retired'}
  END AS observed,
  CASE WHEN leader IS NULL THEN [] ELSE [[CASE WHEN leader:Leader THEN 'Leader' ELSE 'Person' END, leader.id]] END AS evidence
