// name: persons.name_contains
// mode: value
// given: person
// parameters: value
// columns: contains
//
// Whether the name of the person contains the text, large and small letters alike.
MATCH (person:Person)
RETURN toLower(person.name) CONTAINS toLower($value) AS contains
