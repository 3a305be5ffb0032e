// name: members.team_kinds
// mode: relation
// given: place
// columns: kind
// order: kind.id
//
// The kinds of volunteer team that the city of the place has.
MATCH (place:Place)
MATCH (kind:TeamKind)
WHERE kind.id STARTS WITH left(place.code, 6)
RETURN kind
