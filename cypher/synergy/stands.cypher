// name: synergy.stands
// mode: value
// given: membership, unit, synergy_body
// columns: stands
//
// Whether a membership that holds is the unit's earliest in the body that does, so that a list has both once.
MATCH (unit:Organization)-[membership:MEMBER_OF]->(synergy_body:SynergyBody)
RETURN NOT EXISTS {
  MATCH (unit)-[other:MEMBER_OF]->(synergy_body)
  WHERE time.holds(other) AND time.precedes(other, membership)
} AS stands
