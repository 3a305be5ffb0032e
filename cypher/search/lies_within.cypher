// name: search.lies_within
// mode: value
// given: node
// parameters: within
// columns: lies_within
//
// Whether the thing lies within a place: by its id, or, where that says only the city, by whom it is paired with,
// serves, or sits with, where it is stationed, or what it is the Party's organization of.
MATCH (node:Entity)
RETURN node.id STARTS WITH $within OR (node.id STARTS WITH left($within, 6) AND CASE
  WHEN node:Department OR node:Leader THEN EXISTS {
    MATCH (node)-[pairing:PAIRED_WITH]->(community:Community)
    WHERE time.holds(pairing) AND community.code STARTS WITH $within
  }
  WHEN node:PropertyCompany THEN EXISTS {
    MATCH (node)-[service:SERVES]->(compound:Compound)
    WHERE time.holds(service) AND compound.code STARTS WITH $within
  }
  WHEN node:Enterprise OR node:SocialOrganization OR node:Unit THEN EXISTS {
    MATCH (node)-[stationing:STATIONED_IN]->(community:Community)
    WHERE time.holds(stationing) AND community.code STARTS WITH $within
  }
  WHEN node:PartyOrganization THEN EXISTS {
    MATCH (node)-[organizing:ORGANIZED_IN]->(place:Place)
    WHERE time.holds(organizing) AND place.code STARTS WITH $within
  }
  WHEN node:Person THEN EXISTS {
    MATCH (node)-[seat:HOLDS]->(:Organization)-[service:SERVES]->(place:Place)
    WHERE time.holds(seat) AND time.holds(service) AND place.code STARTS WITH $within
  }
  ELSE false
END) AS lies_within
