// name: pairings.department_pairings
// mode: relation
// given: department
// columns: pairing, community
// order: toString(pairing.since) DESC, pairing.id
//
// Every pairing that the department has had by the day, ended ones included, newest first.
MATCH (department:Department)-[pairing:PAIRED_WITH]->(community:Community)
WHERE time.began(pairing)
RETURN pairing, community
