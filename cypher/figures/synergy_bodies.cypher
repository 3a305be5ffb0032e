// name: figures.synergy_bodies
// mode: value
// given: city
// columns: value
//
// How many synergy bodies serve a community of the city.
MATCH (city:City)
RETURN COUNT {
  MATCH (city)<-[:PART_OF]-(:Subdistrict)<-[:PART_OF]-(:Community)<-[service:SERVES]-(synergy_body:SynergyBody)
  WHERE time.holds(service)
  RETURN DISTINCT synergy_body
} AS value
