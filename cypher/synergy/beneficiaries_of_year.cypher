// name: synergy.beneficiaries_of_year
// mode: value
// given: synergy_body, year
// columns: beneficiaries
//
// The number of people who benefited from the year's deeds, not including deeds whose number is null.
MATCH (synergy_body:SynergyBody)
UNWIND [2026] AS year
RETURN reduce(total = 0, people IN COLLECT {
  MATCH (synergy_body)-[:DID]->(deed:Deed)
  WHERE time.happened(deed) AND deed.date.year = year
  RETURN coalesce(synergy.beneficiaries(deed), 0) AS people
} | total + people) AS beneficiaries
