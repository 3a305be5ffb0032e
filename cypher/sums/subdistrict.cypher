// name: sums.subdistrict
// mode: relation
// given: group
// columns: subdistrict
//
// The subdistrict that a group belongs to, by its code.
UNWIND [{SUBDISTRICT: ''}] AS group
MATCH (subdistrict:Subdistrict {code: group.SUBDISTRICT})
RETURN subdistrict
