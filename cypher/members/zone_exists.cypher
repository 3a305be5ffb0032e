// name: members.zone_exists
// mode: value
// given: zone
// columns: exists
//
// Whether the responsibility zone has been set up by `asOf`.
MATCH (zone:ResponsibilityZone)
RETURN EXISTS {
  MATCH (zone)-[lying:LIES_IN]->(:Community)
  WHERE time.began(lying)
} AS exists
