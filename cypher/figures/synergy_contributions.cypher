// name: figures.synergy_contributions
// mode: value
// given: city
// columns: value
//
// The value of all funds and goods given to synergy bodies of the city, yuan.
MATCH (city:City)
RETURN reduce(total = 0.0, value IN COLLECT {
  MATCH (synergy_body:SynergyBody)
  WHERE synergy_body.id STARTS WITH city.code
  RETURN synergy.contributed(synergy_body) AS value
} | total + value) AS value
