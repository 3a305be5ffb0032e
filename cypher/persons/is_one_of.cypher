// name: persons.is_one_of
// mode: value
// given: person
// parameters: value
// columns: is_one_of
//
// Whether the ID of the person is among the given ones.
MATCH (person:Person)
RETURN (person.id IN $value) AS is_one_of
