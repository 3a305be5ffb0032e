// The name of a community, written by hand: the least that can be asked.
MATCH (community:Community {code: $code})
RETURN {community: community { .name }}
