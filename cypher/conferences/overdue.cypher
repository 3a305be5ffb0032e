// name: conferences.overdue
// mode: value
// given: conference
// parameters: as_of
// columns: overdue
//
// Whether the conference let a whole period pass without a meeting; null for one that is no more.
MATCH (conference:Conference)
RETURN conferences.next_meeting_due(conference) < $as_of AS overdue
