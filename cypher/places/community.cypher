// name: places.community
// mode: relation
// parameters: code
// columns: community
//
// The community with the code.
MATCH (community:Community {code: $code})
RETURN community
