// name: conferences.memberships
// mode: relation
// given: person
// parameters: history
// columns: conference, membership
// order: conference.id, membership.id
//
// The standing memberships of the person, each with its conference; with `history` also those that have ended.
MATCH (person:Person)-[membership:BELONGS_TO]->(conference:Conference)
WHERE time.began(membership)
  AND ($history OR time.holds(membership) AND conferences.membership_stands(membership, person, conference))
RETURN conference, membership
