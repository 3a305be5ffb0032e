// name: appointments.first_seat
// mode: value
// given: seat, seats
// columns: first_seat
//
// The position that the given position continues, through positions in the same organization that each overlap the next
// or end on the day the next starts; the position itself if it continues none. (The positions are passed as
// `appointments.seats` returns them.)
MATCH (:Person)-[seat:HOLDS]->(:Organization)
UNWIND [[]] AS seats
RETURN reduce(first = seat, earlier IN seats | CASE
  WHEN endNode(earlier) = endNode(first) AND time.precedes(earlier, first) AND coalesce(earlier.until >= first.since, true)
    THEN earlier
  ELSE first
END) AS first_seat
