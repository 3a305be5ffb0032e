// name: synergy.beneficiaries_of_campaign
// mode: value
// given: synergy_body, campaign
// columns: beneficiaries
//
// The number of people who benefited from the campaign's deeds, not including deeds whose number is null.
MATCH (synergy_body:SynergyBody)
UNWIND ['善行28'] AS campaign
RETURN reduce(total = 0, people IN COLLECT {
  MATCH (synergy_body)-[:DID]->(deed:Deed)
  WHERE time.happened(deed) AND deed.campaign = campaign
  RETURN coalesce(synergy.beneficiaries(deed), 0) AS people
} | total + people) AS beneficiaries
