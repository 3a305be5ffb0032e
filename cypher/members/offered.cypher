// name: members.offered
// mode: relation
// given: community
// columns: kind
// order: kind.id
//
// The kinds of post that the community offers to in-service members.
MATCH (community:Community)-[offer:OFFERS]->(kind:PostKind)
WHERE time.holds(offer)
WITH DISTINCT kind
RETURN kind
