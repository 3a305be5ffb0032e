// name: organizations.load_party_organizations
// mode: write
// parameters: rows
// columns: loaded
//
// Party organizations.
UNWIND $rows AS row
MERGE (party_organization:Entity {id: row.id})
SET party_organization:Organization:PartyOrganization,
    party_organization.name = row.name,
    party_organization.provenance = row.provenance
RETURN count(*) AS loaded
