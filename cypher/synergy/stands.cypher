// name: synergy.stands
// mode: value
// given: membership, unit, synergy_body
// columns: stands
// history: ever
//
// Whether a current membership is the unit's earliest in the synergy body, so that a list contains each once. (No
// search is needed for a unit with only one membership.)
MATCH (unit:Organization)-[membership:MEMBER_OF]->(synergy_body:SynergyBody)
RETURN (COUNT { (unit)-[ever:MEMBER_OF]->() } = 1 OR NOT EXISTS {
  MATCH (unit)-[other:MEMBER_OF]->(synergy_body)
  WHERE time.holds(other) AND time.precedes(other, membership)
}) AS stands
