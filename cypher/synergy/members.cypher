// name: synergy.members
// mode: relation
// given: synergy_body
// columns: unit, membership
// order: unit.id, membership.id
//
// The member units of the synergy body.
MATCH (synergy_body:SynergyBody)<-[membership:MEMBER_OF]-(unit:Organization)
WHERE time.holds(membership) AND synergy.stands(membership, unit, synergy_body)
RETURN unit, membership
