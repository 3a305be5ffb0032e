// name: organizations.secretary_of
// mode: relation
// given: party_organization
// columns: person, seat
// order: seat.since, person.id
//
// The secretary of the Party organization; the earliest, if there are several.
MATCH (party_organization:PartyOrganization)<-[seat:HOLDS]-(person:Person)
WHERE time.holds(seat) AND seat.role = 'SECRETARY'
RETURN person, seat
