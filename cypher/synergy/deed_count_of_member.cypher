// name: synergy.deed_count_of_member
// mode: value
// given: unit
// columns: deeds
//
// In how many deeds of synergy bodies the unit took part.
MATCH (unit:Organization)
RETURN COUNT {
  MATCH (unit)-[:TOOK_PART_IN]->(deed:Deed)
  WHERE time.happened(deed)
} AS deeds
