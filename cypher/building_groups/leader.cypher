// name: building_groups.leader
// mode: relation
// given: building_group
// columns: person, lead
// order: lead.since, person.id
//
// Who leads the building group; the earliest, should there be several.
MATCH (building_group:BuildingGroup)<-[lead:LEADS]-(person:Person)
WHERE time.holds(lead)
RETURN person, lead
