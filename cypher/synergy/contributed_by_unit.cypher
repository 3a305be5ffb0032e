// name: synergy.contributed_by_unit
// mode: value
// given: synergy_body, unit
// columns: contributed
//
// The total value of the funds and goods that the unit gave to the synergy body, in yuan.
MATCH (synergy_body:SynergyBody)<-[:MEMBER_OF]-(unit:Organization)
RETURN reduce(total = 0.0, value IN COLLECT {
  MATCH (synergy_body)<-[:TO]-(contribution:Contribution)<-[:GAVE]-(unit)
  WHERE time.happened(contribution)
  RETURN contribution.value_cny AS value
} | total + value) AS contributed
