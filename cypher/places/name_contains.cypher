// name: places.name_contains
// mode: value
// given: place
// parameters: value
// columns: contains
//
// Whether the name of the place contains the text, large and small letters alike.
MATCH (place:Place)
RETURN toLower(place.name) CONTAINS toLower($value) AS contains
