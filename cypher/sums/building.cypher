// name: sums.building
// mode: relation
// given: group
// columns: building
//
// The building that a group belongs to, by its code.
UNWIND [{BUILDING: ''}] AS group
MATCH (building:Building {code: group.BUILDING})
RETURN building
