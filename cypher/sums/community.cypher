// name: sums.community
// mode: relation
// given: group
// columns: community
//
// The community that a group belongs to, by its code.
UNWIND [{COMMUNITY: ''}] AS group
MATCH (community:Community {code: group.COMMUNITY})
RETURN community
