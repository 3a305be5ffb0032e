// name: organizations.community_stationed
// mode: relation
// given: community
// columns: actor, stationing
// order: actor.id, stationing.id
//
// The organizations that are stationed in the community.
MATCH (community:Community)<-[stationing:STATIONED_IN]-(actor:Organization)
WHERE time.holds(stationing) AND organizations.stationing_stands(stationing, actor, community)
RETURN actor, stationing
