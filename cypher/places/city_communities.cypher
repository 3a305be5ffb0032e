// name: places.city_communities
// mode: relation
// given: city
// columns: community
// order: community.code
//
// The communities of all subdistricts of the city.
MATCH (city:City)<-[:PART_OF]-(:Subdistrict)<-[:PART_OF]-(community:Community)
RETURN community
