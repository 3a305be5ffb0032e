// name: synergy.contributed
// mode: value
// given: synergy_body
// columns: contributed
//
// The total value of the funds and goods given to the synergy body, in yuan.
MATCH (synergy_body:SynergyBody)
RETURN reduce(total = 0.0, value IN COLLECT {
  MATCH (synergy_body)<-[:TO]-(contribution:Contribution)
  WHERE time.happened(contribution)
  RETURN contribution.value_cny AS value
} | total + value) AS contributed
