// name: synergy.community
// mode: relation
// given: synergy_body
// columns: community, service
// order: service.since DESC, community.code
//
// The community that the synergy body serves, or served last.
MATCH (synergy_body:SynergyBody)-[service:SERVES]->(community:Community)
WHERE time.began(service)
RETURN community, service
