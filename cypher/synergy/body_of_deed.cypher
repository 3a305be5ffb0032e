// name: synergy.body_of_deed
// mode: relation
// given: deed
// columns: synergy_body
//
// The synergy body that did the deed.
MATCH (deed:Deed)<-[:DID]-(synergy_body:SynergyBody)
RETURN synergy_body
