// name: conferences.is_due_before
// mode: value
// given: conference
// parameters: value
// columns: is_due
//
// Whether the next meeting of the conference is due before the given date.
MATCH (conference:Conference)
RETURN conferences.next_meeting_due(conference) < $value AS is_due
