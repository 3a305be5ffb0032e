// name: synergy.goods_of_year
// mode: value
// given: synergy_body, year
// columns: contributed
//
// The value of the goods given to the synergy body in the year, in yuan.
MATCH (synergy_body:SynergyBody)
UNWIND [2026] AS year
RETURN synergy.contributed_in_year(synergy_body, year, ['GOODS']) AS contributed
