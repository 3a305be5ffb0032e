// name: departments.unpaired_communities
// mode: relation
// given: department
// columns: community
// order: community.code
//
// The communities of the department's city that the department is not paired with.
MATCH (department:Department), (community:Community)
WHERE community.code STARTS WITH left(department.code, 6) AND NOT EXISTS {
  MATCH (department)-[pairing:PAIRED_WITH]->(community)
  WHERE time.holds(pairing)
}
RETURN community
