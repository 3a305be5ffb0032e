// name: analysis.bodies
// mode: relation
// given: group
// columns: actor
// order: actor.id
//
// The organizations of a group, found by the IDs that the group holds.
UNWIND [{bodies: []}] AS group
UNWIND group.bodies AS id
MATCH (actor:Organization&Entity {id: id})
RETURN actor
