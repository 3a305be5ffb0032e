// name: persons.organizations
// mode: relation
// given: person
// columns: organization
// order: organization.id
//
// The organizations that the person belongs to, by an appointment or as a standing member, each once.
MATCH (person:Person)-[link:HOLDS|BELONGS_TO]->(organization:Organization)
WHERE time.holds(link)
WITH DISTINCT organization
RETURN organization
