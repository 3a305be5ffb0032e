// name: departments.departments
// mode: relation
// parameters: within
// columns: department
// order: department.code
//
// The departments within a place: by their code down to the city, below it by the community that they are paired with.
MATCH (department:Department)
WHERE department.code STARTS WITH left($within, 6)
  AND (size($within) <= 6 OR EXISTS {
    MATCH (department)-[pairing:PAIRED_WITH]->(community:Community)
    WHERE time.holds(pairing) AND community.code STARTS WITH $within
  })
RETURN department
