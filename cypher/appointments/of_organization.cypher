// name: appointments.of_organization
// mode: relation
// given: organization
// columns: seat, person
// order: seat.id
//
// The appointments in the organization.
MATCH (organization:Organization)<-[seat:HOLDS]-(person:Person)
WHERE time.holds(seat)
RETURN seat, person
