// name: conferences.is_from
// mode: value
// given: meeting
// parameters: value
// columns: is_from
//
// Whether the meeting was held on the day given or later.
MATCH (meeting:Meeting)
RETURN $value <= meeting.date AS is_from
