// name: building_groups.household_head
// mode: relation
// given: household
// columns: person, heading
// order: heading.since, person.id
//
// The head of the central household; the earliest, if there are several.
MATCH (household:CentralHousehold)<-[heading:HEADS]-(person:Person)
WHERE time.holds(heading)
RETURN person, heading
