// name: members.of_organization
// mode: value
// given: party_organization
// columns: shown
//
// What is shown of how many in-service members work in the body of the Party organization.
MATCH (party_organization:PartyOrganization)
RETURN members.released(COUNT {
  MATCH (party_organization)<-[work:WORKS_IN]-(member:Member)
  WHERE time.held(work, members.release())
  RETURN DISTINCT member
}) AS shown
