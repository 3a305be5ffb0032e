// name: conferences.is_at_level
// mode: value
// given: meeting
// parameters: value
// columns: is_at_level
//
// Whether the meeting belongs to a conference of the level.
MATCH (meeting:Meeting)
RETURN EXISTS {
  MATCH (meeting)<-[:HELD]-(conference:Conference)
  WHERE conferences.level(conference) = $value
} AS is_at_level
