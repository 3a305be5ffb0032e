// name: organizations.secretary
// mode: relation
// given: body
// columns: person, seat
// order: seat.since, person.id
//
// The secretary of the Party organization of a place or an organization; the earliest, if there are several.
MATCH (body:Entity)<-[organizing:ORGANIZED_IN]-(:PartyOrganization)<-[seat:HOLDS]-(person:Person)
WHERE time.holds(organizing) AND time.holds(seat) AND seat.role = 'SECRETARY'
RETURN person, seat
