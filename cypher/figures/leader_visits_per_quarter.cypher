// name: figures.leader_visits_per_quarter
// mode: value
// given: city
// columns: value
//
// The lowest number of visits, in the last complete quarter, by a leader to the community paired since before that
// quarter. 0 if there is no such leader.
MATCH (city:City)
RETURN coalesce(head(COLLECT {
  MATCH (leader:Leader)
  WHERE leader.code STARTS WITH city.code AND visits.in_last_quarter(leader) IS NOT NULL
  RETURN visits.in_last_quarter(leader) AS visits ORDER BY visits LIMIT 1
}), 0) AS value
