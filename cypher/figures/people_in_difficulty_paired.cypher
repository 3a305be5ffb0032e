// name: figures.people_in_difficulty_paired
// mode: value
// given: city
// columns: value
//
// The number of people in difficulty in the city who are paired with a member.
MATCH (city:City)
RETURN COUNT {
  MATCH (person:PersonInDifficulty)-[record:ON_RECORD_IN]->(:Community)
  WHERE person.id STARTS WITH city.code AND time.holds(record) AND members.is_helped(person)
  RETURN DISTINCT person
} AS value
