// name: search.lies_within
// mode: value
// given: node
// parameters: within
// columns: lies_within
//
// Whether the object lies within a place: by its ID or, if the ID only gives the city, by the community it is paired
// with or stationed in, by the place that it serves or that its Party organization belongs to; a person by their
// organizations.
MATCH (node:Entity)
RETURN node.id STARTS WITH $within OR (node.id STARTS WITH left($within, 6) AND (EXISTS {
  MATCH (node)-[link:PAIRED_WITH|STATIONED_IN]->(community:Community)
  WHERE time.holds(link) AND community.code STARTS WITH $within
} OR EXISTS {
  UNWIND CASE
    WHEN node:PropertyCompany OR node:PartyOrganization THEN [node]
    WHEN node:Person AND NOT node:Leader THEN COLLECT {
      MATCH (node)-[link:HOLDS|BELONGS_TO]->(body:Organization)
      WHERE time.holds(link)
      RETURN body
    }
    ELSE []
  END AS organization
  WITH organization
  WHERE organizations.lies_within(organization)
  RETURN organization
})) AS lies_within
