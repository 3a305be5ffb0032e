// name: export.has_place
// mode: read
// parameters: within
// columns: has_place
//
// Whether the graph has a place with the code, or places in the province or prefecture with the code.
RETURN EXISTS {
  MATCH (place:Place)
  WHERE place.code STARTS WITH $within
} AS has_place
