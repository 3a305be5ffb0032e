// name: synergy.stands
// mode: value
// given: membership, unit, synergy_body
// columns: stands
//
// Whether a current membership is the unit's earliest in the synergy body, so that a list contains each once.
MATCH (unit:Organization)-[membership:MEMBER_OF]->(synergy_body:SynergyBody)
RETURN NOT EXISTS {
  MATCH (unit)-[other:MEMBER_OF]->(synergy_body)
  WHERE time.holds(other) AND time.precedes(other, membership)
} AS stands
