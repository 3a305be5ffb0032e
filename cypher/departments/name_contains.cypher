// name: departments.name_contains
// mode: value
// given: department
// parameters: value
// columns: contains
//
// Whether the name of the department contains the text, large and small letters alike.
MATCH (department:Department)
RETURN toLower(department.name) CONTAINS toLower($value) AS contains
