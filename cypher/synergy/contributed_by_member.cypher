// name: synergy.contributed_by_member
// mode: value
// given: unit
// columns: contributed
//
// The total value of the funds and goods that the unit gave, in yuan.
MATCH (unit:Organization)
RETURN reduce(total = 0.0, value IN COLLECT {
  MATCH (unit)-[:GAVE]->(contribution:Contribution)
  WHERE time.happened(contribution)
  RETURN contribution.value_cny AS value
} | total + value) AS contributed
