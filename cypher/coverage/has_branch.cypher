// name: coverage.has_branch
// mode: value
// given: compound
// columns: has
//
// Whether the compound has a branch.
MATCH (compound:Compound)
RETURN EXISTS {
  MATCH (compound)<-[service:SERVES]-(:Branch)
  WHERE time.holds(service)
} AS has
