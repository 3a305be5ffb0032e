// name: synergy.contributed
// mode: value
// given: synergy_body
// columns: contributed
//
// The value of all funds and goods given to the synergy body, yuan.
MATCH (synergy_body:SynergyBody)
RETURN reduce(total = 0.0, value IN COLLECT {
  MATCH (synergy_body)<-[:TO]-(contribution:Contribution)
  WHERE time.happened(contribution)
  RETURN contribution.value_cny AS value
} | total + value) AS contributed
