// name: places.cities
// mode: relation
// columns: city
// order: city.code
//
// All cities.
MATCH (city:City)
WHERE city.code IS NOT NULL
RETURN city
