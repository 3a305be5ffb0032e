// name: figures.mediations
// mode: value
// given: city
// columns: value
//
// How many disputes in-service members have mediated in the city.
MATCH (city:City)
RETURN members.mediations(city) AS value
