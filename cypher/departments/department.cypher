// name: departments.department
// mode: relation
// parameters: code
// columns: department
//
// The department with the code.
MATCH (department:Department {code: $code})
RETURN department
