// name: pairings.department_pairing
// mode: relation
// given: department
// columns: pairing, community
// order: pairing.since, pairing.id
//
// The pairing of the department that holds; the earliest, should there be several.
MATCH (department:Department)-[pairing:PAIRED_WITH]->(community:Community)
WHERE time.holds(pairing)
RETURN pairing, community
