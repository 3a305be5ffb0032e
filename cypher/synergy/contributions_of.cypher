// name: synergy.contributions_of
// mode: relation
// given: giver
// columns: contribution
// order: toString(contribution.date) DESC, contribution.id
//
// The contributions of the unit or property company, newest first.
MATCH (giver:Organization)-[:GAVE]->(contribution:Contribution)
WHERE time.happened(contribution)
RETURN contribution
