// name: building_groups.head_retired
// mode: value
// given: household
// columns: retired
//
// Whether the head of the central household is retired. Null if there is no head, or if it is not recorded.
MATCH (household:CentralHousehold)
RETURN head(COLLECT {
  MATCH (household)<-[heading:HEADS]-(person:Person)
  WHERE time.holds(heading)
  RETURN person.retired AS retired ORDER BY heading.since, person.id LIMIT 1
}) AS retired
