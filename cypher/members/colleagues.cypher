// name: members.colleagues
// mode: value
// given: city, community, party_organization
// columns: members
//
// The number of members who are registered in the community and work in the organization. Home and workplace are joined
// as of one date only, the date of the city's report.
MATCH (city:City), (community:Community), (party_organization:PartyOrganization)
RETURN COUNT {
  MATCH (party_organization)<-[work:WORKS_IN]-(member:Member)-[registration:REGISTERED_IN]->(community)
  WHERE time.held(work, members.report(city)) AND time.held(registration, members.report(city))
  RETURN DISTINCT member
} AS members
