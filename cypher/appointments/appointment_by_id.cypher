// name: appointments.appointment_by_id
// mode: relation
// parameters: id
// columns: seat, person, organization
//
// The appointment that has the id, if it has begun by the day.
MATCH (person:Person)-[seat:HOLDS {id: $id}]->(organization:Organization)
WHERE time.began(seat)
RETURN seat, person, organization
