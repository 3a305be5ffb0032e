// name: organizations.has_owners_committee
// mode: value
// given: compound
// parameters: value
// columns: has
//
// Whether the compound has a owners' committee (or has none, as asked).
MATCH (compound:Compound)
RETURN EXISTS {
  MATCH (compound)<-[service:SERVES]-(:OwnersCommittee)
  WHERE time.holds(service)
} = $value AS has
