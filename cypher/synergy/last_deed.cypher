// name: synergy.last_deed
// mode: value
// given: synergy_body, campaign
// columns: last
//
// The date of the last deed of the campaign.
MATCH (synergy_body:SynergyBody)
UNWIND ['善行28'] AS campaign
RETURN head(COLLECT {
  MATCH (synergy_body)-[:DID]->(deed:Deed)
  WHERE time.happened(deed) AND deed.campaign = campaign
  RETURN deed.date AS day ORDER BY day DESC LIMIT 1
}) AS last
