// name: organizations.compound_branch
// mode: relation
// given: compound
// columns: branch, service
// order: service.since, branch.id
//
// The branch of the compound; the earliest, if there are several.
MATCH (compound:Compound)<-[service:SERVES]-(branch:Branch)
WHERE time.holds(service)
RETURN branch, service
