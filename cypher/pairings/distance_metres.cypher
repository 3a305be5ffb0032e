// name: pairings.distance_metres
// mode: value
// given: department, community
// columns: metres
//
// The straight-line distance between the department and the community, in metres. Null if a location is missing.
MATCH (department:Department)-[:PAIRED_WITH]->(community:Community)
RETURN point.distance(department.location, community.location) AS metres
