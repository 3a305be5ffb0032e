// name: leaders.city_leaders
// mode: relation
// given: city
// columns: leader
// order: leader.code
//
// The leaders of the city.
MATCH (city:City), (leader:Leader)
WHERE leader.code STARTS WITH city.code
RETURN leader
