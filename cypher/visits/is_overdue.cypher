// name: visits.is_overdue
// mode: value
// given: leader
// parameters: value
// columns: fits
//
// Whether a visit of the leader is overdue, compared with the given value. Null, which matches neither value, if none
// was due.
MATCH (leader:Leader)
RETURN visits.overdue(leader) = $value AS fits
