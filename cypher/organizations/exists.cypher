// name: organizations.exists
// mode: value
// given: actor
// columns: exists
//
// Whether the body of a place has come into being by the day: it exists from when it first serves one.
MATCH (actor:Organization)
RETURN EXISTS {
  MATCH (actor)-[service:SERVES]->(:Place)
  WHERE time.began(service)
} AS exists
