// name: synergy.is_of_campaign
// mode: value
// given: deed
// parameters: value
// columns: of_campaign
//
// Whether the deed is part of the campaign.
MATCH (deed:Deed)
RETURN deed.campaign = $value AS of_campaign
