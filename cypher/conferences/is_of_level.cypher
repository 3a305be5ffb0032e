// name: conferences.is_of_level
// mode: value
// given: conference
// parameters: value
// columns: is_of_level
//
// Whether the conference belongs to a place of the level.
MATCH (conference:Conference)
RETURN conferences.level(conference) = $value AS is_of_level
