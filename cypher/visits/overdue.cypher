// name: visits.overdue
// mode: value
// given: leader
// columns: overdue
//
// Whether the leader made no visit in the last complete quarter to the community that they are paired with; null without
// a pairing, or where it began after that quarter had.
MATCH (leader:Leader)
RETURN visits.in_last_quarter(leader) = 0 AS overdue
