// name: members.colleagues_shown
// mode: value
// given: city, community, party_organization
// columns: shown
//
// What is shown of how many members are registered in the community and work in the organization.
MATCH (city:City), (community:Community), (party_organization:PartyOrganization)
RETURN members.released(members.colleagues(city, community, party_organization)) AS shown
