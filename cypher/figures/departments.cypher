// name: figures.departments
// mode: value
// given: city
// columns: value
//
// The number of departments of the city that are paired with a community.
MATCH (city:City)
RETURN COUNT {
  MATCH (department:Department)
  WHERE department.code STARTS WITH city.code AND EXISTS {
    MATCH (department)-[pairing:PAIRED_WITH]->(:Community)
    WHERE time.holds(pairing)
  }
} AS value
