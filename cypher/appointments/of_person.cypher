// name: appointments.of_person
// mode: relation
// given: person
// columns: seat, organization
// order: seat.id
//
// The appointments that the person holds.
MATCH (person:Person)-[seat:HOLDS]->(organization:Organization)
WHERE time.holds(seat)
RETURN seat, organization
