// name: members.community_organizations
// mode: relation
// given: community
// columns: party_organization
// order: party_organization.id
//
// The Party organizations of which at least five members are registered in the community.
MATCH (community:Community), (party_organization:PartyOrganization)
WHERE party_organization.id STARTS WITH left(community.code, 6)
  AND members.colleagues(community, party_organization) >= 5
RETURN party_organization
