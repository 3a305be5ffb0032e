// name: organizations.is_joint
// mode: value
// given: branch
// parameters: value
// columns: is_joint
//
// Whether the branch is a joint branch, compared with the given value.
MATCH (branch:Branch)
RETURN organizations.joint(branch) = $value AS is_joint
