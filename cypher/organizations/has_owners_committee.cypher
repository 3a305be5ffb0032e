// name: organizations.has_owners_committee
// mode: value
// given: compound
// parameters: value
// columns: has
//
// Whether the compound has an owners' committee, compared with the given value.
MATCH (compound:Compound)
RETURN EXISTS {
  MATCH (compound)<-[service:SERVES]-(:OwnersCommittee)
  WHERE time.holds(service)
} = $value AS has
