// name: figures.synergy_functions
// mode: value
// given: city
// columns: value
//
// How many different functions the synergy bodies of the city serve.
MATCH (city:City)
RETURN COUNT {
  MATCH (city)<-[:PART_OF]-(:Subdistrict)<-[:PART_OF]-(:Community)<-[service:SERVES]-(synergy_body:SynergyBody)
  WHERE time.holds(service)
  UNWIND synergy_body.functions AS function
  RETURN DISTINCT function
} AS value
