// name: places.location
// mode: relation
// given: place
// columns: point
//
// Where a place, or anything else with a location, is.
MATCH (place:Place)
UNWIND [place.location] AS point
WITH point WHERE point IS NOT NULL
RETURN point
