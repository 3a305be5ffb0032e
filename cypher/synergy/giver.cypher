// name: synergy.giver
// mode: relation
// given: contribution
// columns: actor
//
// The unit that made the contribution.
MATCH (contribution:Contribution)<-[:GAVE]-(actor:Organization)
RETURN actor
