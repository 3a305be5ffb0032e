// name: synergy.first_deed
// mode: value
// given: synergy_body, campaign
// columns: first
//
// The date of the first deed of the campaign.
MATCH (synergy_body:SynergyBody)
UNWIND ['善行28'] AS campaign
RETURN head(COLLECT {
  MATCH (synergy_body)-[:DID]->(deed:Deed)
  WHERE time.happened(deed) AND deed.campaign = campaign
  RETURN deed.date AS day ORDER BY day LIMIT 1
}) AS first
