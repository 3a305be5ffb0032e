// name: coverage.meetings_held
// mode: value
// given: conference
// parameters: window_from, window_until
// columns: meetings
//
// The meetings of the conference in the window, earliest first.
MATCH (conference:Conference)
RETURN COLLECT {
  MATCH (conference)-[:HELD]->(meeting:Meeting)
  WHERE $window_from <= meeting.date AND meeting.date < $window_until
  RETURN meeting ORDER BY meeting.date, meeting.id
} AS meetings
