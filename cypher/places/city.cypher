// name: places.city
// mode: relation
// parameters: code
// columns: city
//
// The city with the code.
MATCH (city:City {code: $code})
RETURN city
