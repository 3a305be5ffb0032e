// name: synergy.receiver
// mode: relation
// given: contribution
// columns: actor
//
// The synergy body or branch that received the contribution.
MATCH (contribution:Contribution)-[:TO]->(actor:Organization)
RETURN actor
