// name: persons.is_leader
// mode: value
// given: person
// parameters: value
// columns: is_leader
//
// Whether the person is a leader, compared with the given value.
MATCH (person:Person)
RETURN (person:Leader) = $value AS is_leader
