// name: synergy.campaigns
// mode: relation
// given: synergy_body
// columns: campaign
// order: campaign
//
// The campaigns of the synergy body, sorted by name.
MATCH (synergy_body:SynergyBody)-[:DID]->(deed:Deed)
WHERE time.happened(deed) AND deed.campaign IS NOT NULL
WITH DISTINCT deed.campaign AS campaign
RETURN campaign
