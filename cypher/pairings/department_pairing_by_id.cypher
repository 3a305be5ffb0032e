// name: pairings.department_pairing_by_id
// mode: relation
// parameters: id
// columns: pairing, department, community
//
// The pairing of a department that has the id, if it has begun by the day.
MATCH (department:Department)-[pairing:PAIRED_WITH {id: $id}]->(community:Community)
WHERE time.began(pairing)
RETURN pairing, department, community
