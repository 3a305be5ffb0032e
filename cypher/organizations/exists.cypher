// name: organizations.exists
// mode: value
// given: actor
// columns: exists
//
// Whether the organization of a place exists by `asOf`: from the date it first serves one.
MATCH (actor:Organization)
RETURN EXISTS {
  MATCH (actor)-[service:SERVES]->(:Place)
  WHERE time.began(service)
} AS exists
