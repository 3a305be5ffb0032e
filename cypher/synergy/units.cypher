// name: synergy.units
// mode: relation
// given: synergy_body
// columns: unit
// order: unit.id
//
// The units that took part in a deed of the synergy body or made a contribution to it, former members included.
MATCH (synergy_body:SynergyBody)-[:DID|TO]-(event:Deed|Contribution)<-[:TOOK_PART_IN|GAVE]-(unit:Organization)
WHERE time.happened(event)
WITH DISTINCT unit
RETURN unit
