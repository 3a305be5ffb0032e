// name: coverage.branches
// mode: value
// given: compound
// columns: branches
//
// The branches of the compound as evidence, earliest first.
MATCH (compound:Compound)
RETURN COLLECT {
  MATCH (compound)<-[service:SERVES]-(branch:Branch)
  WHERE time.holds(service) AND organizations.service_stands(service, branch, compound)
  RETURN ['Branch', branch.id] AS reference ORDER BY service.since, branch.id
} AS branches
