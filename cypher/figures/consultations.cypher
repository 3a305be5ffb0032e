// name: figures.consultations
// mode: value
// given: city
// columns: value
//
// The number of policy consultations that in-service members have given in the city.
MATCH (city:City)
RETURN members.consultations(city) AS value
