// name: places.city_subdistricts
// mode: relation
// given: city
// columns: subdistrict
// order: subdistrict.code
//
// The subdistricts of the city.
MATCH (city:City)<-[:PART_OF]-(subdistrict:Subdistrict)
RETURN subdistrict
