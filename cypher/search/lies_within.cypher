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
RETURN node.id STARTS WITH $within OR (node.id STARTS WITH left($within, 6) AND CASE
  WHEN node:Department OR node:Leader THEN EXISTS {
    MATCH (node)-[pairing:PAIRED_WITH]->(community:Community)
    WHERE time.holds(pairing) AND community.code STARTS WITH $within
  }
  WHEN node:Enterprise OR node:SocialOrganization OR node:Unit THEN EXISTS {
    MATCH (node)-[stationing:STATIONED_IN]->(community:Community)
    WHERE time.holds(stationing) AND community.code STARTS WITH $within
  }
  WHEN node:PropertyCompany OR node:PartyOrganization THEN organizations.lies_within(node)
  WHEN node:Person THEN EXISTS {
    MATCH (node)-[link:HOLDS|BELONGS_TO]->(body:Organization)
    WHERE time.holds(link) AND organizations.lies_within(body)
  }
  ELSE false
END) AS lies_within
