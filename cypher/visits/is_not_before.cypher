// name: visits.is_not_before
// mode: value
// given: visit
// parameters: value
// columns: is_not_before
//
// Whether the visit was made on the day or later.
MATCH (visit:Visit)
RETURN $value <= visit.date AS is_not_before
