// name: organizations.compound_owners_committee
// mode: relation
// given: compound
// columns: owners_committee, service
// order: service.since, owners_committee.id
//
// The owners' committee of the compound; the earliest, if there are several.
MATCH (compound:Compound)<-[service:SERVES]-(owners_committee:OwnersCommittee)
WHERE time.holds(service)
RETURN owners_committee, service
