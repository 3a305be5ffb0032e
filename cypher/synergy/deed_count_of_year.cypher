// name: synergy.deed_count_of_year
// mode: value
// given: synergy_body, year
// columns: deeds
//
// The number of deeds that the synergy body did in the year.
MATCH (synergy_body:SynergyBody)
UNWIND [2026] AS year
RETURN COUNT {
  MATCH (synergy_body)-[:DID]->(deed:Deed)
  WHERE time.happened(deed) AND deed.date.year = year
} AS deeds
