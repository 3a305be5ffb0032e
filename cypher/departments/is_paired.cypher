// name: departments.is_paired
// mode: value
// given: department
// parameters: value
// columns: paired
//
// Whether the department is paired with a community, compared with the given value.
MATCH (department:Department)
RETURN EXISTS {
  MATCH (department)-[pairing:PAIRED_WITH]->(:Community)
  WHERE time.holds(pairing)
} = $value AS paired
