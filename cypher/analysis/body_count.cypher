// name: analysis.body_count
// mode: value
// given: group
// columns: body_count
//
// The number of organizations in the group.
UNWIND [{bodies: []}] AS group
RETURN size(group.bodies) AS body_count
