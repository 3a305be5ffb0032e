// name: pairings.department_pairing_by_id
// mode: relation
// parameters: id
// columns: pairing, department, community
//
// The pairing of a department with the ID, if it has started by `asOf`.
MATCH (department:Department)-[pairing:PAIRED_WITH {id: $id}]->(community:Community)
WHERE time.began(pairing)
RETURN pairing, department, community
