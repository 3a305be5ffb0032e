// name: pairings.department_pairings
// mode: relation
// given: department
// columns: pairing, community
// order: toString(pairing.since) DESC, pairing.id
//
// All pairings of the department up to `asOf`, ended ones included, newest first.
MATCH (department:Department)-[pairing:PAIRED_WITH]->(community:Community)
WHERE time.began(pairing)
RETURN pairing, community
