// name: rules.GRP3
// mode: rule
// subject: BuildingGroup
// obligation: SHOULD
// window: none
// title: The buildings of the group are adjacent
// title_zh: 党小组楼栋相邻
// required: one connected set of adjacent buildings
// required_zh: 所辖楼栋相邻，连成一片
// observed_connected: {value} buildings, all connected
// observed_connected_zh: {value}栋楼，全部相连
// observed_apart: {value} buildings, not all connected
// observed_apart_zh: {value}栋楼，未全部相连
// observed_unrecorded: {unrecorded} of {value} buildings without adjacency on record
// observed_unrecorded_zh: {value}栋楼中，{unrecorded}栋无相邻关系的记录
// unit: BUILDINGS
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
    WHEN unrecorded <> [] THEN {form: 'unrecorded', unrecorded: size(unrecorded), value: size(buildings)}
    WHEN size(reached) = size(buildings) THEN {form: 'connected', value: size(buildings)}
    ELSE {form: 'apart', value: size(buildings)}
  END AS observed,
  [code IN buildings | ['Building', code]] AS evidence
