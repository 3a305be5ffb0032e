// name: members.zone_exists
// mode: value
// given: zone
// columns: exists
//
// Whether the responsibility zone has come into being by the day.
MATCH (zone:ResponsibilityZone)
RETURN EXISTS {
  MATCH (zone)-[lying:LIES_IN]->(:Community)
  WHERE time.began(lying)
} AS exists
