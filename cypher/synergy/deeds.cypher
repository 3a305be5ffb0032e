// name: synergy.deeds
// mode: relation
// given: synergy_body
// columns: deed
// order: toString(deed.date) DESC, deed.id
//
// What the synergy body did, newest first.
MATCH (synergy_body:SynergyBody)-[:DID]->(deed:Deed)
WHERE time.happened(deed)
RETURN deed
