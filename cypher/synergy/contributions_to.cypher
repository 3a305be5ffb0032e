// name: synergy.contributions_to
// mode: relation
// given: receiver
// columns: contribution
// order: toString(contribution.date) DESC, contribution.id
//
// The contributions to the synergy body or branch, newest first.
MATCH (receiver:Organization)<-[:TO]-(contribution:Contribution)
WHERE time.happened(contribution)
RETURN contribution
