// name: synergy.years
// mode: relation
// given: synergy_body
// columns: year
// order: year DESC
//
// The years in which the synergy body did a deed or received a contribution, newest first.
MATCH (synergy_body:SynergyBody)-[:DID|TO]-(event:Deed|Contribution)
WHERE time.happened(event)
WITH DISTINCT event.date.year AS year
RETURN year
