// name: places.communities
// mode: relation
// parameters: within
// columns: community
// order: community.code
//
// The communities within a place; with the empty prefix all of them.
MATCH (community:Community)
WHERE community.code STARTS WITH $within
RETURN community
