// name: conferences.overdue
// mode: value
// given: conference
// parameters: as_of
// columns: overdue
//
// Whether a whole period has passed without a meeting of the conference. Null if it no longer exists.
MATCH (conference:Conference)
RETURN conferences.next_meeting_due(conference) < $as_of AS overdue
