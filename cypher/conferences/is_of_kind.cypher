// name: conferences.is_of_kind
// mode: value
// given: meeting
// parameters: value
// columns: is_of_kind
//
// Whether the meeting is of the kind.
MATCH (meeting:Meeting)
RETURN meeting.kind = $value AS is_of_kind
