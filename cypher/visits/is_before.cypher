// name: visits.is_before
// mode: value
// given: visit
// parameters: value
// columns: is_before
//
// Whether the visit was made before the day given.
MATCH (visit:Visit)
RETURN visit.date < $value AS is_before
