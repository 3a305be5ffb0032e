// name: organizations.branches
// mode: relation
// parameters: within
// columns: branch
// order: branch.id
//
// The branches of the compounds within a place; all branches for an empty prefix.
MATCH (branch:Branch)
WHERE branch.id STARTS WITH $within AND organizations.is_active(branch)
RETURN branch
