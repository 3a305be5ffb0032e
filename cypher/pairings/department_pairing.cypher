// name: pairings.department_pairing
// mode: relation
// given: department
// columns: pairing, community
// order: pairing.since, pairing.id
//
// The current pairing of the department; the earliest, if there are several.
MATCH (department:Department)-[pairing:PAIRED_WITH]->(community:Community)
WHERE time.holds(pairing)
RETURN pairing, community
