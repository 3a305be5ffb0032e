// name: figures.leaders
// mode: value
// given: city
// columns: value
//
// The number of leaders of the city who are paired with a community.
MATCH (city:City)
RETURN COUNT {
  MATCH (leader:Leader)
  WHERE leader.code STARTS WITH city.code AND EXISTS {
    MATCH (leader)-[pairing:PAIRED_WITH]->(:Community)
    WHERE time.holds(pairing)
  }
} AS value
