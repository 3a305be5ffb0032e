// name: members.colleagues
// mode: value
// given: community, party_organization
// columns: members
//
// How many members are registered in the community and work in the organization, as of the day of the report.
MATCH (community:Community), (party_organization:PartyOrganization)
RETURN COUNT {
  MATCH (party_organization)<-[work:WORKS_IN]-(:Member)-[registration:REGISTERED_IN]->(community)
  WHERE time.held(work, members.report(community)) AND time.held(registration, members.report(community))
} AS members
