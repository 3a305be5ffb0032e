// name: appointments.has_role
// mode: value
// given: seat
// parameters: value
// columns: has_role
//
// Whether the appointment has one of the roles.
MATCH (:Person)-[seat:HOLDS]->(:Organization)
RETURN (seat.role IN $value) AS has_role
