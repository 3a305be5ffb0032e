// name: synergy.deeds
// mode: relation
// given: synergy_body
// columns: deed
// order: toString(deed.date) DESC, deed.id
//
// The deeds of the synergy body, newest first.
MATCH (synergy_body:SynergyBody)-[:DID]->(deed:Deed)
WHERE time.happened(deed)
RETURN deed
