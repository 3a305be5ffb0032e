// name: organizations.service_stands
// mode: value
// given: service, organization, place
// columns: stands
//
// Whether a service that holds is the body's earliest at the place that does, so that a list has the body once.
MATCH (organization:Organization)-[service:SERVES]->(place:Place)
RETURN NOT EXISTS {
  MATCH (organization)-[other:SERVES]->(place)
  WHERE time.holds(other) AND time.precedes(other, service)
} AS stands
