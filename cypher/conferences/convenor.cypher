// name: conferences.convenor
// mode: relation
// given: conference
// columns: person, seat
// order: seat.since, person.id
//
// The general convenor of the conference; the earliest, if there are several.
MATCH (conference:Conference)<-[seat:HOLDS]-(person:Person)
WHERE time.holds(seat) AND seat.role = 'CONVENOR'
RETURN person, seat
