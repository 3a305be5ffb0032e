// name: persons.is_leader
// mode: value
// given: person
// parameters: value
// columns: is_leader
//
// Whether the person is a leader, or (for false) is none.
MATCH (person:Person)
RETURN (person:Leader) = $value AS is_leader
