// name: appointments.seats
// mode: value
// given: person
// columns: seats
// history: ever, seat
//
// All seats of a person that count for cross-appointments, ended ones and those to come included, the latest first; none of a
// person who has had no more than two, one in each of two bodies: neither continues another.
MATCH (person:Person)
RETURN CASE WHEN COUNT { (person)-[ever:HOLDS]->() } <= 2 THEN [] ELSE COLLECT {
  MATCH (person)-[seat:HOLDS]->(body:Organization)
  WHERE appointments.counts(seat, body) AND coalesce(seat.since < seat.until, true)
  RETURN seat ORDER BY seat.since DESC, seat.id DESC
} END AS seats
