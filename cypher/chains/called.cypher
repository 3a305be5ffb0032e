// name: chains.called
// mode: value
// given: node
// columns: called
//
// How a sentence calls the thing: a branch or committee by its compound, all else by its name.
MATCH (node:Entity)
RETURN CASE
  WHEN node:Branch THEN 'the branch of ' + head(COLLECT {
    MATCH (node)-[service:SERVES]->(compound:Compound)
    WHERE time.began(service)
    RETURN compound.name AS name ORDER BY service.since DESC LIMIT 1
  })
  WHEN node:OwnersCommittee THEN 'the owners\' committee of ' + head(COLLECT {
    MATCH (node)-[service:SERVES]->(compound:Compound)
    WHERE time.began(service)
    RETURN compound.name AS name ORDER BY service.since DESC LIMIT 1
  })
  WHEN node:Building THEN node.name + ' of ' + head(COLLECT {
    MATCH (node)-[:PART_OF]->(compound:Compound)
    RETURN compound.name AS name
  })
  ELSE node.name
END AS called
