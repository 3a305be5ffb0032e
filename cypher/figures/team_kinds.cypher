// name: figures.team_kinds
// mode: value
// given: city
// columns: value
//
// How many kinds of volunteer team the city has.
MATCH (city:City)
RETURN COUNT {
  MATCH (kind:TeamKind)
  WHERE kind.id STARTS WITH city.code
} AS value
