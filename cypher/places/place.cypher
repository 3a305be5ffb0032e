// name: places.place
// mode: relation
// parameters: code
// columns: place
//
// The place of any level with the code.
MATCH (place:Place {code: $code})
RETURN place
