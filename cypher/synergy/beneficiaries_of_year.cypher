// name: synergy.beneficiaries_of_year
// mode: value
// given: synergy_body, year
// columns: beneficiaries
//
// How many people the deeds of the year were for, as far as the deeds themselves say so.
MATCH (synergy_body:SynergyBody)
UNWIND [2026] AS year
RETURN reduce(total = 0, people IN COLLECT {
  MATCH (synergy_body)-[:DID]->(deed:Deed)
  WHERE time.happened(deed) AND deed.date.year = year
  RETURN coalesce(synergy.beneficiaries(deed), 0) AS people
} | total + people) AS beneficiaries
