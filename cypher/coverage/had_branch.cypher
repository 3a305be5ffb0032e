// name: coverage.had_branch
// mode: value
// given: compound
// columns: had
//
// Whether the compound has a branch that it already had on the first day of the window.
MATCH (compound:Compound)
RETURN EXISTS {
  MATCH (compound)<-[service:SERVES]-(:Branch)
  WHERE time.holds(service) AND coverage.held_before(service)
} AS had
