// name: synergy.contributed_in_year
// mode: value
// given: synergy_body, year, kinds
// columns: contributed
//
// The value of the funds, the goods, or both, given to the synergy body in the year, in yuan.
MATCH (synergy_body:SynergyBody)
UNWIND [2026] AS year
UNWIND [['FUNDS', 'GOODS']] AS kinds
RETURN reduce(total = 0.0, value IN COLLECT {
  MATCH (synergy_body)<-[:TO]-(contribution:Contribution)
  WHERE time.happened(contribution) AND contribution.date.year = year AND contribution.kind IN kinds
  RETURN contribution.value_cny AS value
} | total + value) AS contributed
