// name: members.colleagues_shown
// mode: value
// given: city, community, party_organization
// columns: shown
//
// The published number of members who are registered in the community and work in the organization.
MATCH (city:City), (community:Community), (party_organization:PartyOrganization)
RETURN members.released(members.colleagues(city, community, party_organization)) AS shown
