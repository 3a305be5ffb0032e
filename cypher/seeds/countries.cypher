// name: seeds.countries
// mode: read
// columns: name
//
// The countries in the graph, complete or not.
MATCH (seed:Seed)
WHERE seed.name STARTS WITH 'country'
RETURN seed.name AS name
ORDER BY name
