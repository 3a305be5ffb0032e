// name: synergy.deed_count_of_member
// mode: value
// given: unit
// columns: deeds
//
// The number of synergy bodies' deeds that the unit took part in.
MATCH (unit:Organization)
RETURN COUNT {
  MATCH (unit)-[:TOOK_PART_IN]->(deed:Deed)
  WHERE time.happened(deed)
} AS deeds
