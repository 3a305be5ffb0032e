// name: conferences.level
// mode: value
// given: conference
// columns: level
//
// The level of the place that the conference belongs to, or belonged to last.
MATCH (conference:Conference)
RETURN head(COLLECT {
  MATCH (conference)-[service:SERVES]->(place:Place)
  WHERE time.began(service)
  RETURN CASE
    WHEN place:City THEN 'CITY'
    WHEN place:Subdistrict THEN 'SUBDISTRICT'
    WHEN place:Community THEN 'COMMUNITY'
    WHEN place:Compound THEN 'COMPOUND'
  END AS level
  ORDER BY service.since DESC, place.code LIMIT 1
}) AS level
