// name: due.appointment_end
// mode: read
// parameters: within
// columns: subject, place, due_on, rule, name
//
// The current appointments with a recorded end, each due on the last day on which it holds. The place is the one whose
// code the organization's ID starts with.
MATCH (organization:Organization)<-[seat:HOLDS]-(person:Person)
WHERE organization.id STARTS WITH $within AND time.holds(seat) AND seat.until IS NOT NULL
RETURN ['Appointment', seat.id] AS subject,
  head([code IN [size IN [18, 15, 12, 9, 6] | left(organization.id, size)] WHERE code =~ '[0-9]+']) AS place,
  seat.until - duration({days: 1}) AS due_on, null AS rule,
  coverage.name(person) + '，' + coverage.name(organization) AS name
