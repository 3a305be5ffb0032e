// name: members.people_in_difficulty
// mode: value
// given: community
// columns: people
//
// The number of people in difficulty recorded in the community on the release date of personal counts.
MATCH (community:Community)
RETURN COUNT {
  MATCH (community)<-[record:ON_RECORD_IN]-(person:PersonInDifficulty)
  WHERE time.held(record, members.release())
  RETURN DISTINCT person
} AS people
