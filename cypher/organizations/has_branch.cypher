// name: organizations.has_branch
// mode: value
// given: compound
// parameters: value
// columns: has
//
// Whether the compound has a branch, compared with the given value.
MATCH (compound:Compound)
RETURN EXISTS {
  MATCH (compound)<-[service:SERVES]-(:Branch)
  WHERE time.holds(service)
} = $value AS has
