// name: places.place
// mode: relation
// parameters: code
// columns: place
//
// The place with the code, of whatever level.
MATCH (place:Place {code: $code})
RETURN place
