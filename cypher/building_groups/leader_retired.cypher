// name: building_groups.leader_retired
// mode: value
// given: building_group
// columns: retired
//
// Whether the leader of the group is retired. Null if there is no leader, or if it is not recorded.
MATCH (building_group:BuildingGroup)
RETURN head(COLLECT {
  MATCH (building_group)<-[lead:LEADS]-(person:Person)
  WHERE time.holds(lead)
  RETURN person.retired AS retired ORDER BY lead.since, person.id LIMIT 1
}) AS retired
