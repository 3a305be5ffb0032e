// name: figures.departments
// mode: value
// given: city
// columns: value
//
// How many departments of the city are paired with a community.
MATCH (city:City)
RETURN COUNT {
  MATCH (department:Department)
  WHERE department.code STARTS WITH city.code AND EXISTS {
    MATCH (department)-[pairing:PAIRED_WITH]->(:Community)
    WHERE time.holds(pairing)
  }
} AS value
