// name: building_groups.adjacent
// mode: value
// given: building_group
// columns: adjacent
//
// Whether the buildings that the group covers form one connected set by adjacency among themselves. Null if it covers
// fewer than two, or if no adjacency is recorded for one of them.
MATCH (building_group:BuildingGroup)
RETURN head(COLLECT {
  WITH coverage.covered_buildings(building_group) AS buildings
  WITH buildings, COLLECT {
    UNWIND buildings AS code
    MATCH (:Building {code: code})-[:ADJACENT_TO]-(neighbour:Building)
    RETURN [code, neighbour.code] AS pair
  } AS pairs
  WHERE size(buildings) >= 2 AND all(code IN buildings WHERE any(pair IN pairs WHERE pair[0] = code))
  RETURN size(reduce(
    reached = buildings[..1], step IN tail(buildings) |
    [code IN buildings WHERE code IN reached OR any(pair IN pairs WHERE pair[0] IN reached AND pair[1] = code)]
  )) = size(buildings) AS adjacent
}) AS adjacent
