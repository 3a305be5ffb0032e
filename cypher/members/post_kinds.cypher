// name: members.post_kinds
// mode: relation
// given: place
// columns: kind
// order: kind.id
//
// The kinds of voluntary post that the city of the place has.
MATCH (place:Place)
MATCH (kind:PostKind)
WHERE kind.id STARTS WITH left(place.code, 6)
RETURN kind
