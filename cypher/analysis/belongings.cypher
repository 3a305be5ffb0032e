// name: analysis.belongings
// mode: read
// parameters: within
// columns: belongings
//
// Who belongs to which body within a place: pairs of the ids of person and body, each once, in one row.
MATCH (organization:Organization)<-[link:HOLDS|BELONGS_TO]-(person:Person)
WHERE organization.id STARTS WITH left($within, 6) AND time.holds(link) AND organizations.lies_within(organization)
RETURN collect(DISTINCT [person.id, organization.id]) AS belongings
