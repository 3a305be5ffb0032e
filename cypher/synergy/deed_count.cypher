// name: synergy.deed_count
// mode: value
// given: synergy_body
// columns: deeds
//
// The number of deeds that the synergy body did.
MATCH (synergy_body:SynergyBody)
RETURN COUNT {
  MATCH (synergy_body)-[:DID]->(deed:Deed)
  WHERE time.happened(deed)
} AS deeds
