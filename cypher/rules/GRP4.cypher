// name: rules.GRP4
// mode: rule
// subject: BuildingGroup
// obligation: SHOULD
// window: none
// title: The leader of the group is a retired member
// title_zh: 退休老党员任党小组长
// required: a leader who is retired
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
    WHEN leader IS NULL THEN 'no leader'
    WHEN leader.retired IS NULL THEN 'not on record whether the leader is retired'
    WHEN leader.retired THEN 'leader retired'
    ELSE 'leader not retired'
  END AS observed,
  CASE WHEN leader IS NULL THEN [] ELSE [[CASE WHEN leader:Leader THEN 'Leader' ELSE 'Person' END, leader.id]] END AS evidence
