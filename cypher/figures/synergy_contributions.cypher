// name: figures.synergy_contributions
// mode: value
// given: city
// columns: value
//
// The total value of the funds and goods given to the city's synergy bodies, in yuan.
MATCH (city:City)
RETURN reduce(total = 0.0, value IN COLLECT {
  MATCH (synergy_body:SynergyBody)
  WHERE synergy_body.id STARTS WITH city.code
  RETURN synergy.contributed(synergy_body) AS value
} | total + value) AS value
