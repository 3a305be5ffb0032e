// name: departments.city_departments
// mode: relation
// given: city
// columns: department
// order: department.code
//
// The departments of the city.
MATCH (city:City), (department:Department)
WHERE department.code STARTS WITH city.code
RETURN department
