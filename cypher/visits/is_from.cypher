// name: visits.is_from
// mode: value
// given: visit
// parameters: value
// columns: is_from
//
// Whether the visit was made on the day or later.
MATCH (visit:Visit)
RETURN $value <= visit.date AS is_from
