// name: visits.is_overdue
// mode: value
// given: leader
// parameters: value
// columns: fits
//
// Whether a visit of the leader is overdue (or is not, as asked); null, which keeps nothing, where none was due.
MATCH (leader:Leader)
RETURN visits.overdue(leader) = $value AS fits
