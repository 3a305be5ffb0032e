// name: figures.post_kinds
// mode: value
// given: city
// columns: value
//
// The number of kinds of voluntary post in the city.
MATCH (city:City)
RETURN COUNT {
  MATCH (kind:PostKind)
  WHERE kind.id STARTS WITH city.code
} AS value
