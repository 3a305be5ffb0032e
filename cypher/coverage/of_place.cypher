// name: coverage.of_place
// mode: relation
// given: place
// parameters: findings
// columns: finding
// order: finding.key
//
// The findings that belong to the place or to any place below it, passed in by code.
MATCH (place:Place)
UNWIND coalesce($findings[place.code], []) AS finding
WITH finding
RETURN finding
