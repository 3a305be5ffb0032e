// name: search.lies_within
// mode: value
// given: node
// parameters: within
// columns: lies_within
//
// Whether the thing lies within a place: by its id, or, where that says only the city, by whom it is paired with, where it
// is stationed, what it serves or is the Party's organization of, and a person by the bodies that they belong to.
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
