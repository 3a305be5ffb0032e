// name: organizations.service_stands
// mode: value
// given: service, organization, place
// columns: stands
//
// Whether a current service is the organization's earliest at the place, so that a list contains the organization once.
MATCH (organization:Organization)-[service:SERVES]->(place:Place)
RETURN NOT EXISTS {
  MATCH (organization)-[other:SERVES]->(place)
  WHERE time.holds(other) AND time.precedes(other, service)
} AS stands
