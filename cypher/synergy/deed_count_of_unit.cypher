// name: synergy.deed_count_of_unit
// mode: value
// given: synergy_body, unit
// columns: deeds
//
// The number of the synergy body's deeds that the unit took part in.
MATCH (synergy_body:SynergyBody)<-[:MEMBER_OF]-(unit:Organization)
RETURN COUNT {
  MATCH (synergy_body)-[:DID]->(deed:Deed)<-[:TOOK_PART_IN]-(unit)
  WHERE time.happened(deed)
} AS deeds
