// name: organizations.organization_compound
// mode: relation
// given: organization
// columns: compound, service
// order: service.since DESC, compound.code
//
// The compound that the organization serves, or served last.
MATCH (organization:Organization)-[service:SERVES]->(compound:Compound)
WHERE time.began(service)
RETURN compound, service
