// name: departments.could_serve
// mode: value
// given: department
// columns: could_serve
//
// The functions of a synergy body that match the department's field. Empty if none is recorded.
MATCH (department:Department)
RETURN coalesce(department.could_serve, []) AS could_serve
