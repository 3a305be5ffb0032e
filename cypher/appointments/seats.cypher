// name: appointments.seats
// mode: value
// given: person
// columns: seats
// history: ever, seat
//
// All positions of a person that count for cross-appointments, including ended and future ones, latest first. Empty for
// a person who has had at most two, in two different organizations: then neither continues another.
MATCH (person:Person)
RETURN CASE WHEN COUNT { (person)-[ever:HOLDS]->() } <= 2 THEN [] ELSE COLLECT {
  MATCH (person)-[seat:HOLDS]->(body:Organization)
  WHERE appointments.counts(seat, body) AND coalesce(seat.since < seat.until, true)
  RETURN seat ORDER BY seat.since DESC, seat.id DESC
} END AS seats
