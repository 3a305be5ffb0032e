// name: figures.team_kinds
// mode: value
// given: city
// columns: value
//
// The number of kinds of volunteer team in the city.
MATCH (city:City)
RETURN COUNT {
  MATCH (kind:TeamKind)
  WHERE kind.id STARTS WITH city.code
} AS value
