// name: figures.consultations
// mode: value
// given: city
// columns: value
//
// How many policy consultations in-service members have given in the city.
MATCH (city:City)
RETURN members.consultations(city) AS value
