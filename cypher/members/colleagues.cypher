// name: members.colleagues
// mode: value
// given: city, community, party_organization
// columns: members
//
// How many members are registered in the community and work in the organization. What joins home and workplace is told as
// of one day only, that of the city's report.
MATCH (city:City), (community:Community), (party_organization:PartyOrganization)
RETURN COUNT {
  MATCH (party_organization)<-[work:WORKS_IN]-(member:Member)-[registration:REGISTERED_IN]->(community)
  WHERE time.held(work, members.report(city)) AND time.held(registration, members.report(city))
  RETURN DISTINCT member
} AS members
