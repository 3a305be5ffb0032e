// name: appointments.of_person
// mode: relation
// given: person
// parameters: history
// columns: seat, organization
// order: seat.id
//
// The appointments that the person holds; with `history` also those that have ended.
MATCH (person:Person)-[seat:HOLDS]->(organization:Organization)
WHERE time.began(seat) AND ($history OR time.holds(seat))
RETURN seat, organization
