// name: appointments.first_seat
// mode: value
// given: person, body, seat
// columns: first_seat
// history: ever, earlier
//
// The seat that a person's seat in a body continues, through seats there that count, each overlapping the next or ending on the
// day on which the next begins; the seat itself where it continues none. (Who holds two seats in all has one in each of two
// bodies, and nothing need be looked for.)
MATCH (person:Person)-[seat:HOLDS]->(body:Organization)
RETURN CASE WHEN COUNT { (person)-[ever:HOLDS]->() } <= 2 THEN seat ELSE reduce(first = seat, earlier IN COLLECT {
  MATCH (person)-[earlier:HOLDS]->(body)
  WHERE appointments.counts(earlier, body) AND coalesce(earlier.since < earlier.until, true)
  RETURN earlier ORDER BY earlier.since DESC, earlier.id DESC
} | CASE
  WHEN (earlier.since < first.since OR (earlier.since = first.since AND earlier.id < first.id))
    AND coalesce(earlier.until >= first.since, true) THEN earlier
  ELSE first
END) END AS first_seat
