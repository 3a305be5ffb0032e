// name: organizations.units
// mode: relation
// parameters: within
// columns: unit
// order: unit.id
//
// The units of a city; below it, those that are stationed in a community within the place.
MATCH (unit:Unit)
WHERE unit.id STARTS WITH left($within, 6) AND (size($within) <= 6 OR EXISTS {
  MATCH (unit)-[stationing:STATIONED_IN]->(community:Community)
  WHERE time.holds(stationing) AND community.code STARTS WITH $within
})
RETURN unit
