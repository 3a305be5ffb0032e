// name: analysis.belongings
// mode: read
// parameters: within
// columns: belongings
//
// The memberships within a place: pairs of person ID and organization ID, each pair once, in a single row.
MATCH (organization:Organization)<-[link:HOLDS|BELONGS_TO]-(person:Person)
WHERE organization.id STARTS WITH left($within, 6) AND time.holds(link) AND organizations.lies_within(organization)
RETURN collect(DISTINCT [person.id, organization.id]) AS belongings
