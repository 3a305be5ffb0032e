// name: figures.of_city
// mode: relation
// given: city
// parameters: every, keys
// columns: figure
// order: figure.key
//
// The figures that the city's report states, or those with one of the keys.
MATCH (city:City)-[:STATES]->(figure:Figure)
WHERE ($every OR figure.key IN $keys)
RETURN figure
