// name: places.subdistrict
// mode: relation
// parameters: code
// columns: subdistrict
//
// The subdistrict with the code.
MATCH (subdistrict:Subdistrict {code: $code})
RETURN subdistrict
