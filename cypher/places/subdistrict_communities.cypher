// name: places.subdistrict_communities
// mode: relation
// given: subdistrict
// columns: community
// order: community.code
//
// The communities of the subdistrict.
MATCH (subdistrict:Subdistrict)<-[:PART_OF]-(community:Community)
RETURN community
