// name: organizations.load_social_organizations
// mode: write
// parameters: rows
// columns: loaded
//
// Social organizations.
UNWIND $rows AS row
MERGE (social_organization:Entity {id: row.id})
SET social_organization:Organization:SocialOrganization,
    social_organization.name = row.name,
    social_organization.provenance = row.provenance
RETURN count(*) AS loaded
