// name: members.zone_kinds
// mode: relation
// given: place
// columns: kind
// order: kind.id
//
// The kinds of responsibility zone that the city of the place has.
MATCH (place:Place)
MATCH (kind:ZoneKind)
WHERE kind.id STARTS WITH left(place.code, 6)
RETURN kind
