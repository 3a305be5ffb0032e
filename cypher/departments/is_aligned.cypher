// name: departments.is_aligned
// mode: value
// given: department
// parameters: value
// columns: fits
//
// Whether the pairing of the department is aligned (or is not, as asked); null, which keeps nothing, where that can't be
// known.
MATCH (department:Department)
RETURN head(COLLECT {
  MATCH (department)-[pairing:PAIRED_WITH]->(community:Community)
  WHERE time.holds(pairing)
  RETURN pairings.aligned(department, community) AS aligned
  ORDER BY pairing.since, pairing.id LIMIT 1
}) = $value AS fits
