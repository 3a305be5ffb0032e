// name: conferences.is_overdue
// mode: value
// given: conference
// parameters: value
// columns: is_overdue
//
// Whether the conference is overdue, compared with the given value.
MATCH (conference:Conference)
RETURN conferences.overdue(conference) = $value AS is_overdue
