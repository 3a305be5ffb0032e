// name: figures.deeds
// mode: value
// given: city
// columns: value
//
// How many deeds of synergy bodies of the city are on record.
MATCH (city:City)
RETURN COUNT {
  MATCH (deed:Deed)
  WHERE deed.id STARTS WITH city.code AND time.happened(deed)
} AS value
