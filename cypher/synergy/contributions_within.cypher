// name: synergy.contributions_within
// mode: relation
// parameters: within
// columns: contribution
// order: toString(contribution.date) DESC, contribution.id
//
// The contributions to synergy bodies and branches within a place, newest first; all contributions for an empty prefix.
MATCH (contribution:Contribution)
WHERE contribution.id STARTS WITH $within AND time.happened(contribution)
RETURN contribution
