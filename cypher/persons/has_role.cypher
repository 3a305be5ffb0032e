// name: persons.has_role
// mode: value
// given: person
// parameters: value
// columns: has_role
//
// Whether the person holds an appointment with one of the given roles.
MATCH (person:Person)
RETURN EXISTS {
  MATCH (person)-[seat:HOLDS]->()
  WHERE time.holds(seat) AND seat.role IN $value
} AS has_role
