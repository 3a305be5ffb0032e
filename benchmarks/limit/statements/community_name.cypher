// The name of one community, written by hand.
OPTIONAL MATCH (community:Community {code: $code})
RETURN community { .name } AS community
