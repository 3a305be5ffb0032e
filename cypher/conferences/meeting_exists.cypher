// name: conferences.meeting_exists
// mode: value
// given: meeting
// columns: exists
//
// Whether the meeting has been held by the day.
MATCH (meeting:Meeting)
RETURN time.happened(meeting) AS exists
