// name: appointments.first_seat
// mode: value
// given: seat, seats
// columns: first_seat
//
// Which of a person's seats a seat continues, through seats in the same body, each overlapping the next or ending on the day on
// which the next begins; the seat itself where it continues none. (The seats come as from `appointments.seats`.)
MATCH (:Person)-[seat:HOLDS]->(:Organization)
UNWIND [[]] AS seats
RETURN reduce(first = seat, earlier IN seats | CASE
  WHEN endNode(earlier) = endNode(first) AND time.precedes(earlier, first) AND coalesce(earlier.until >= first.since, true)
    THEN earlier
  ELSE first
END) AS first_seat
