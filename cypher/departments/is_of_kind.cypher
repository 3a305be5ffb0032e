// name: departments.is_of_kind
// mode: value
// given: department
// parameters: value
// columns: of_kind
//
// Whether the department is of the kind.
MATCH (department:Department)
RETURN department.kind = $value AS of_kind
