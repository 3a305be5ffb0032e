// name: members.community_organizations
// mode: relation
// given: community
// columns: party_organization, city
// order: party_organization.id
//
// The Party organizations of which at least five members are registered in the community, as of the day of the report.
MATCH (community:Community)
MATCH (city:City {code: left(community.code, 6)})
MATCH (party_organization:PartyOrganization)
WHERE party_organization.id STARTS WITH city.code
  AND members.colleagues(city, community, party_organization) >= 5
RETURN party_organization, city
