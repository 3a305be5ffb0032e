// name: synergy.giver
// mode: relation
// given: contribution
// columns: actor
//
// Who gave it.
MATCH (contribution:Contribution)<-[:GAVE]-(actor:Organization)
RETURN actor
