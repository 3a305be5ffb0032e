// name: departments.suitability
// mode: relation
// given: department
// columns: suitability, community
// order: suitability.preference, suitability.far, community.code
//
// The communities of the department's city that the department is not paired with, each with how well it suits: first
// those with room that are aligned, then others with room, then those without; each group from near to far. All
// communities of the city are ranked by distance once.
MATCH (department:Department)
UNWIND [COLLECT {
  MATCH (community:Community)
  WHERE community.code STARTS WITH left(department.code, 6)
  RETURN community ORDER BY pairings.distance_metres(department, community), community.code
}] AS communities
UNWIND range(0, size(communities) - 1) AS position
WITH department, position, communities[position] AS community
WHERE NOT EXISTS {
  MATCH (department)-[pairing:PAIRED_WITH]->(community)
  WHERE time.holds(pairing)
}
WITH community, position, pairings.room(community) AS room,
  pairings.aligned(department, community) AS aligned,
  pairings.distance_metres(department, community) AS metres
WITH community, {
  aligned: aligned,
  distance_metres: metres,
  distance_rank: CASE WHEN metres IS NOT NULL THEN position + 1 END,
  room: room,
  preference: CASE WHEN room = 0 THEN 2 WHEN aligned THEN 0 ELSE 1 END,
  far: coalesce(metres, 1e9)
} AS suitability
RETURN suitability, community
