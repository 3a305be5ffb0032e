// name: coverage.is_among
// mode: value
// given: place
// parameters: value
// columns: is_among
//
// Whether the place is one of those whose codes are passed in.
MATCH (place:Place)
RETURN place.code IN $value AS is_among
