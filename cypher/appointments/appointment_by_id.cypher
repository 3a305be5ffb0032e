// name: appointments.appointment_by_id
// mode: relation
// parameters: id
// columns: seat, person, organization
//
// The appointment with the ID, if it has started by `asOf`.
MATCH (person:Person)-[seat:HOLDS {id: $id}]->(organization:Organization)
WHERE time.began(seat)
RETURN seat, person, organization
