// name: places.communities
// mode: relation
// parameters: within
// columns: community
// order: community.code
//
// The communities within a place; all communities for an empty prefix.
MATCH (community:Community)
WHERE community.code STARTS WITH $within
RETURN community
