// name: members.of_organization
// mode: value
// given: party_organization
// columns: shown
//
// The published number of in-service members who work in the organization.
MATCH (party_organization:PartyOrganization)
RETURN members.released(COUNT {
  MATCH (party_organization)<-[work:WORKS_IN]-(member:Member)
  WHERE time.held(work, members.release())
  RETURN DISTINCT member
}) AS shown
