// name: places.city_names
// mode: read
// columns: cities, first
//
// The number of cities, and the names of the first three by code.
MATCH (city:City)
WITH city
ORDER BY city.code
RETURN count(city) AS cities, collect(city.name)[..3] AS first
