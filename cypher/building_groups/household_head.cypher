// name: building_groups.household_head
// mode: relation
// given: household
// columns: person, heading
// order: heading.since, person.id
//
// Who heads the central household; the earliest, should there be several.
MATCH (household:CentralHousehold)<-[heading:HEADS]-(person:Person)
WHERE time.holds(heading)
RETURN person, heading
