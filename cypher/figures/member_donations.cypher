// name: figures.member_donations
// mode: value
// given: city
// columns: value
//
// What in-service members have donated in the city, CNY.
MATCH (city:City)
RETURN members.donations(city) AS value
