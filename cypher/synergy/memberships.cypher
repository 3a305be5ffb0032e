// name: synergy.memberships
// mode: relation
// given: unit
// columns: synergy_body, membership
// order: synergy_body.id, membership.id
//
// The synergy bodies that the unit is a member of.
MATCH (unit:Organization)-[membership:MEMBER_OF]->(synergy_body:SynergyBody)
WHERE time.holds(membership) AND synergy.stands(membership, unit, synergy_body)
RETURN synergy_body, membership
