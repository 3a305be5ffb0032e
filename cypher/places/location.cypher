// name: places.location
// mode: relation
// given: place
// columns: point
//
// The location of a place or of another object that has one.
MATCH (place:Place)
UNWIND [place.location] AS point
WITH point WHERE point IS NOT NULL
RETURN point
