// name: synergy.contributions_of
// mode: relation
// given: giver
// columns: contribution
// order: toString(contribution.date) DESC, contribution.id
//
// What the unit or property company gave, newest first.
MATCH (giver:Organization)-[:GAVE]->(contribution:Contribution)
WHERE time.happened(contribution)
RETURN contribution
