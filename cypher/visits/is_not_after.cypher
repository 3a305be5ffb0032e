// name: visits.is_not_after
// mode: value
// given: visit
// parameters: value
// columns: is_not_after
//
// Whether the visit was made on the day or earlier.
MATCH (visit:Visit)
RETURN visit.date <= $value AS is_not_after
