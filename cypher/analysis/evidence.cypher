// name: analysis.evidence
// mode: relation
// given: person, involvement
// columns: link, organization
// order: organization.id, type(link), link.id
//
// The appointments and standing memberships that tie the person to the organizations whose IDs the involvement holds.
UNWIND [{bodies: []}] AS involvement
MATCH (person:Person)-[link:HOLDS|BELONGS_TO]->(organization:Organization)
WHERE organization.id IN involvement.bodies AND time.holds(link)
RETURN link, organization
