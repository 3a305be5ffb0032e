// name: conferences.members
// mode: relation
// given: conference
// columns: person, membership
// order: person.id, membership.id
//
// The standing members of the conference.
MATCH (conference:Conference)<-[membership:BELONGS_TO]-(person:Person)
WHERE time.holds(membership) AND conferences.membership_stands(membership, person, conference)
RETURN person, membership
