// name: organizations.founded_on
// mode: relation
// given: branch
// columns: actor, founding
// order: founding.since, actor.id
//
// The owners' committee that the branch was founded on, or the property company that it was founded with.
MATCH (branch:Branch)-[founding:FOUNDED_ON]->(actor:Organization)
WHERE time.holds(founding)
RETURN actor, founding
