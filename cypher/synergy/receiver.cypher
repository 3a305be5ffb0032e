// name: synergy.receiver
// mode: relation
// given: contribution
// columns: actor
//
// The synergy body or branch that it was given to.
MATCH (contribution:Contribution)-[:TO]->(actor:Organization)
RETURN actor
