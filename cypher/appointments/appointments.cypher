// name: appointments.appointments
// mode: relation
// parameters: within, history
// columns: seat, person, organization
// order: seat.id
//
// The appointments in organizations within a place; with `history` also those that have ended.
MATCH (organization:Organization)<-[seat:HOLDS]-(person:Person)
WHERE organization.id STARTS WITH left($within, 6) AND time.began(seat) AND ($history OR time.holds(seat))
  AND organizations.lies_within(organization)
RETURN seat, person, organization
