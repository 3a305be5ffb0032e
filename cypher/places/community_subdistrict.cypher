// name: places.community_subdistrict
// mode: relation
// given: community
// columns: subdistrict
//
// The subdistrict that the community belongs to.
MATCH (community:Community)-[:PART_OF]->(subdistrict:Subdistrict)
RETURN subdistrict
