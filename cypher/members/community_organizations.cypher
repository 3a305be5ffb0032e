// name: members.community_organizations
// mode: relation
// given: community
// columns: party_organization, city
// order: party_organization.id
//
// The Party organizations with at least five members registered in the community, as of the date of the city's report.
MATCH (community:Community)
MATCH (city:City {code: left(community.code, 6)})
MATCH (party_organization:PartyOrganization)
WHERE party_organization.id STARTS WITH city.code
  AND members.colleagues(city, community, party_organization) >= 5
RETURN party_organization, city
