// name: members.zone_community
// mode: relation
// given: zone
// columns: community
// order: community.code
//
// The community that the zone lies in, or lay in last.
MATCH (zone:ResponsibilityZone)-[lying:LIES_IN]->(community:Community)
WHERE time.began(lying)
RETURN community
