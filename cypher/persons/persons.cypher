// name: persons.persons
// mode: relation
// parameters: within
// columns: person, involvement
// order: person.id
//
// The persons within a place, each with their organizations there: by the person's ID down to the city, below it those
// who belong to an organization there.
MATCH (person:Person)
WHERE person.id STARTS WITH left($within, 6)
WITH person, COLLECT {
  MATCH (person)-[link:HOLDS|BELONGS_TO]->(organization:Organization)
  WHERE time.holds(link) AND organizations.lies_within(organization)
  RETURN DISTINCT organization.id AS id ORDER BY id
} AS bodies
WITH person, {bodies: bodies, body_count: size(bodies)} AS involvement
WHERE (size($within) <= 6 OR involvement.body_count > 0)
RETURN person, involvement
