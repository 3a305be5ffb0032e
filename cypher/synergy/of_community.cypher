// name: synergy.of_community
// mode: relation
// given: community
// columns: synergy_body, service
// order: service.since, synergy_body.id
//
// The synergy body of the community; the earliest, if there are several.
MATCH (community:Community)<-[service:SERVES]-(synergy_body:SynergyBody)
WHERE time.holds(service)
RETURN synergy_body, service
