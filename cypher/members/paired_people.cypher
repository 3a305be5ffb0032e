// name: members.paired_people
// mode: value
// given: community
// columns: people
//
// The number of people in difficulty in the community who were paired with a member on the release date of personal
// counts. A person whom several members help counts once.
MATCH (community:Community)
RETURN COUNT {
  MATCH (community)<-[record:ON_RECORD_IN]-(person:PersonInDifficulty)
  WHERE time.held(record, members.release()) AND EXISTS {
    MATCH (person)<-[pairing:HELPS]-(:Member)
    WHERE time.held(pairing, members.release())
  }
  RETURN DISTINCT person
} AS people
