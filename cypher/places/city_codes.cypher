// name: places.city_codes
// mode: read
// columns: code
//
// The codes of all cities.
MATCH (city:City)
WHERE city.code IS NOT NULL
RETURN city.code AS code
ORDER BY code
