// name: figures.volunteer_teams
// mode: value
// given: city
// columns: value
//
// The number of volunteer teams that serve the communities of the city.
MATCH (city:City)
RETURN members.team_count(city) AS value
