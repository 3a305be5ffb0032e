// name: organizations.exists
// mode: value
// given: actor
// columns: exists
//
// Whether the body of a compound has come into being by the day.
MATCH (actor:Organization)
RETURN EXISTS {
  MATCH (actor)-[service:SERVES]->(:Compound)
  WHERE time.began(service)
} AS exists
