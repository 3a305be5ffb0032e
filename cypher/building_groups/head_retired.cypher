// name: building_groups.head_retired
// mode: value
// given: household
// columns: retired
//
// Whether the head of the central household is retired; null without one, and where it is not on record.
MATCH (household:CentralHousehold)
RETURN head(COLLECT {
  MATCH (household)<-[heading:HEADS]-(person:Person)
  WHERE time.holds(heading)
  RETURN person.retired AS retired ORDER BY heading.since, person.id LIMIT 1
}) AS retired
