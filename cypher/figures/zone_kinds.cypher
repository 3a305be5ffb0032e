// name: figures.zone_kinds
// mode: value
// given: city
// columns: value
//
// The number of kinds of responsibility zone in the city.
MATCH (city:City)
RETURN COUNT {
  MATCH (kind:ZoneKind)
  WHERE kind.id STARTS WITH city.code
} AS value
