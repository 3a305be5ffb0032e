// name: figures.zone_kinds
// mode: value
// given: city
// columns: value
//
// How many kinds of responsibility zone the city has.
MATCH (city:City)
RETURN COUNT {
  MATCH (kind:ZoneKind)
  WHERE kind.id STARTS WITH city.code
} AS value
