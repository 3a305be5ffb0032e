// name: persons.secretary_of
// mode: relation
// given: person
// columns: organization
// order: organization.id
//
// The organizations of which the person is secretary, each once.
MATCH (person:Person)-[seat:HOLDS]->(organization:Organization)
WHERE time.holds(seat) AND seat.role = 'SECRETARY'
WITH DISTINCT organization
RETURN organization
