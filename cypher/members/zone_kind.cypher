// name: members.zone_kind
// mode: relation
// given: zone
// columns: kind
//
// The kind of the zone.
MATCH (zone:ResponsibilityZone)-[:OF_KIND]->(kind:ZoneKind)
RETURN kind
