// name: analysis.body_count
// mode: value
// given: group
// columns: body_count
//
// How many bodies the group has.
UNWIND [{bodies: []}] AS group
RETURN size(group.bodies) AS body_count
