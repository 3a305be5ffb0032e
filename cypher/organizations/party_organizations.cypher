// name: organizations.party_organizations
// mode: relation
// parameters: within
// columns: party_organization
// order: party_organization.id
//
// The Party organizations within a place.
MATCH (party_organization:PartyOrganization)
WHERE party_organization.id STARTS WITH left($within, 6) AND organizations.lies_within(party_organization)
RETURN party_organization
