// name: members.community_zones
// mode: relation
// given: community
// columns: zone
// order: zone.id
//
// The responsibility zones that lie in the community.
MATCH (community:Community)<-[lying:LIES_IN]-(zone:ResponsibilityZone)
WHERE time.holds(lying)
WITH DISTINCT zone
RETURN zone
