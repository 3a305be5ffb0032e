// name: rules.GRP3
// mode: rule
// subject: BuildingGroup
// obligation: SHOULD
// window: none
// title: The buildings of the group are adjacent
// title_zh: 党小组楼栋相邻
// required: one connected set of adjacent buildings
// turned_by: FORMED_IN, COVERS
// evidence: Building
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to a group that covers two or more buildings. Passes if the buildings form one connected set by adjacency
// among themselves. Unknown if no adjacency at all is recorded for one of them. Evidence: the buildings.
MATCH (compound:Compound)<-[formation:FORMED_IN]-(building_group:BuildingGroup)
WHERE compound.code STARTS WITH $within AND time.holds(formation)
  AND NOT coverage.has_moved(building_group, formation)
WITH building_group, compound, coverage.covered_buildings(building_group) AS buildings
WITH building_group, compound, buildings, COLLECT {
  UNWIND buildings AS code
  MATCH (building:Building {code: code})
  WHERE NOT EXISTS { (building)-[:ADJACENT_TO]-(:Building) }
  RETURN code
} AS unrecorded, COLLECT {
  UNWIND buildings AS code
  MATCH (:Building {code: code})-[:ADJACENT_TO]-(neighbour:Building)
  WHERE neighbour.code IN buildings
  RETURN [code, neighbour.code] AS pair
} AS pairs
// From the first building on: each step adds the neighbours of those reached, so one step less than buildings is enough.
WITH building_group, compound, buildings, unrecorded, reduce(
  reached = buildings[..1], step IN tail(buildings) |
  [code IN buildings WHERE code IN reached OR any(pair IN pairs WHERE pair[0] IN reached AND pair[1] = code)]
) AS reached
WITH building_group, compound, buildings, unrecorded, reached, size(buildings) >= 2 AS applies
RETURN building_group.id AS subject, compound.code AS place,
  CASE
    WHEN NOT applies THEN 'NOT_APPLICABLE'
    WHEN unrecorded <> [] THEN 'UNKNOWN'
    WHEN size(reached) = size(buildings) THEN 'PASS'
    ELSE 'FAIL'
  END AS result,
  CASE
    WHEN NOT applies THEN null
    WHEN unrecorded <> [] THEN
      toString(size(unrecorded)) + ' of ' + toString(size(buildings)) + ' buildings without adjacency on record'
    WHEN size(reached) = size(buildings) THEN toString(size(buildings)) + ' buildings, all connected'
    ELSE toString(size(buildings)) + ' buildings, not all connected'
  END AS observed,
  [code IN buildings | ['Building', code]] AS evidence
