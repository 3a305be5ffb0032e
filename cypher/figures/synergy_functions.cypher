// name: figures.synergy_functions
// mode: value
// given: city
// columns: value
//
// The number of different functions that the city's synergy bodies serve.
MATCH (city:City)
RETURN COUNT {
  MATCH (city)<-[:PART_OF]-(:Subdistrict)<-[:PART_OF]-(:Community)<-[service:SERVES]-(synergy_body:SynergyBody)
  WHERE time.holds(service)
  UNWIND synergy_body.functions AS function
  RETURN DISTINCT function
} AS value
