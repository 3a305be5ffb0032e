// name: figures.post_kinds
// mode: value
// given: city
// columns: value
//
// How many kinds of voluntary post the city has.
MATCH (city:City)
RETURN COUNT {
  MATCH (kind:PostKind)
  WHERE kind.id STARTS WITH city.code
} AS value
