// name: members.is_helped
// mode: value
// given: person
// columns: is
//
// Whether a person in difficulty is paired with a member.
MATCH (person:PersonInDifficulty)
RETURN EXISTS {
  MATCH (person)<-[pairing:HELPS]-(:Member)
  WHERE time.holds(pairing)
} AS is
