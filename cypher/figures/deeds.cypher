// name: figures.deeds
// mode: value
// given: city
// columns: value
//
// The number of recorded deeds of the city's synergy bodies.
MATCH (city:City)
RETURN COUNT {
  MATCH (deed:Deed)
  WHERE deed.id STARTS WITH city.code AND time.happened(deed)
} AS value
