// name: figures.synergy_bodies
// mode: value
// given: city
// columns: value
//
// The number of synergy bodies that serve a community of the city.
MATCH (city:City)
RETURN COUNT {
  MATCH (city)<-[:PART_OF]-(:Subdistrict)<-[:PART_OF]-(:Community)<-[service:SERVES]-(synergy_body:SynergyBody)
  WHERE time.holds(service)
  RETURN DISTINCT synergy_body
} AS value
