// name: departments.could_serve
// mode: value
// given: department
// columns: could_serve
//
// The functions of a synergy body that suit the field of the department; empty where none is on record.
MATCH (department:Department)
RETURN coalesce(department.could_serve, []) AS could_serve
