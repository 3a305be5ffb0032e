// name: conferences.is_before
// mode: value
// given: meeting
// parameters: value
// columns: is_before
//
// Whether the meeting was held before the day given.
MATCH (meeting:Meeting)
RETURN meeting.date < $value AS is_before
