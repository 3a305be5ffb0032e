// name: analysis.evidence
// mode: relation
// given: person, involvement
// columns: link, organization
// order: organization.id, type(link), link.id
//
// How the person belongs to the bodies of an involvement, which holds their ids: each seat, each standing membership.
UNWIND [{bodies: []}] AS involvement
MATCH (person:Person)-[link:HOLDS|BELONGS_TO]->(organization:Organization)
WHERE organization.id IN involvement.bodies AND time.holds(link)
RETURN link, organization
