// name: departments.is_aligned
// mode: value
// given: department
// parameters: value
// columns: fits
//
// Whether the pairing of the department is aligned, compared with the given value. Null, which matches neither value,
// if that is unknown.
MATCH (department:Department)
RETURN head(COLLECT {
  MATCH (department)-[pairing:PAIRED_WITH]->(community:Community)
  WHERE time.holds(pairing)
  RETURN pairings.aligned(department, community) AS aligned
  ORDER BY pairing.since, pairing.id LIMIT 1
}) = $value AS fits
