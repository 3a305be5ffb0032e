// name: figures.leader_visits_per_quarter
// mode: value
// given: city
// columns: value
//
// The fewest visits in the last complete quarter by a leader of the city to the community that they were paired with since
// before it; 0 where nobody was.
MATCH (city:City)
RETURN coalesce(head(COLLECT {
  MATCH (leader:Leader)
  WHERE leader.code STARTS WITH city.code AND visits.in_last_quarter(leader) IS NOT NULL
  RETURN visits.in_last_quarter(leader) AS visits ORDER BY visits LIMIT 1
}), 0) AS value
