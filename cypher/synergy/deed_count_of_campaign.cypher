// name: synergy.deed_count_of_campaign
// mode: value
// given: synergy_body, campaign
// columns: deeds
//
// The number of deeds in the campaign of the synergy body.
MATCH (synergy_body:SynergyBody)
UNWIND ['善行28'] AS campaign
RETURN COUNT {
  MATCH (synergy_body)-[:DID]->(deed:Deed)
  WHERE time.happened(deed) AND deed.campaign = campaign
} AS deeds
