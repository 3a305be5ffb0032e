// name: visits.overdue
// mode: value
// given: leader
// columns: overdue
//
// Whether the leader made no visit to the paired community in the last complete quarter. Null if the leader is
// unpaired, or if the pairing started after that quarter began.
MATCH (leader:Leader)
RETURN visits.in_last_quarter(leader) = 0 AS overdue
