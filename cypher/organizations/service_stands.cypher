// name: organizations.service_stands
// mode: value
// given: service, organization, place
// columns: stands
// history: ever
//
// Whether a current service is the organization's earliest at the place, so that a list contains the organization once.
// (No search is needed for an organization that serves only one place.)
MATCH (organization:Organization)-[service:SERVES]->(place:Place)
RETURN (COUNT { (organization)-[ever:SERVES]->() } = 1 OR NOT EXISTS {
  MATCH (organization)-[other:SERVES]->(place)
  WHERE time.holds(other) AND time.precedes(other, service)
}) AS stands
