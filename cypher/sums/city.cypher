// name: sums.city
// mode: relation
// given: group
// columns: city
//
// The city that a group belongs to, by its code.
UNWIND [{CITY: ''}] AS group
MATCH (city:City {code: group.CITY})
RETURN city
