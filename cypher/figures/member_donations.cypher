// name: figures.member_donations
// mode: value
// given: city
// columns: value
//
// The total value of in-service members' donations in the city, in yuan.
MATCH (city:City)
RETURN members.donations(city) AS value
