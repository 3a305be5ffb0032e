// name: figures.mediations
// mode: value
// given: city
// columns: value
//
// The number of disputes that in-service members have mediated in the city.
MATCH (city:City)
RETURN members.mediations(city) AS value
