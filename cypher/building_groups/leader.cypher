// name: building_groups.leader
// mode: relation
// given: building_group
// columns: person, lead
// order: lead.since, person.id
//
// The leader of the building group; the earliest, if there are several.
MATCH (building_group:BuildingGroup)<-[lead:LEADS]-(person:Person)
WHERE time.holds(lead)
RETURN person, lead
