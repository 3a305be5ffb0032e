// name: members.zone_kind
// mode: relation
// given: zone
// columns: kind
//
// The kind that the zone is of.
MATCH (zone:ResponsibilityZone)-[:OF_KIND]->(kind:ZoneKind)
RETURN kind
