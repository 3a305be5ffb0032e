// name: members.people_in_difficulty
// mode: value
// given: community
// columns: people
//
// How many people in difficulty the community had on record when personal counts were last released.
MATCH (community:Community)
RETURN COUNT {
  MATCH (community)<-[record:ON_RECORD_IN]-(person:PersonInDifficulty)
  WHERE time.held(record, members.release())
  RETURN DISTINCT person
} AS people
