// name: figures.volunteer_teams
// mode: value
// given: city
// columns: value
//
// How many volunteer teams serve the communities of the city.
MATCH (city:City)
RETURN members.team_count(city) AS value
