// name: chains.called
// mode: value
// given: node
// columns: called
//
// How a sentence calls the thing: a branch or committee by the compound that it serves, or served last, a building with its
// compound, all else by its name. What has no compound yet goes by its own name, and what has no name by its id; never null.
MATCH (node:Entity)
RETURN coalesce(
  CASE
    WHEN node:Branch OR node:OwnersCommittee THEN
      CASE WHEN node:Branch THEN 'the branch of ' ELSE 'the owners\' committee of ' END + head(COLLECT {
        MATCH (node)-[service:SERVES]->(compound:Compound)
        WHERE time.began(service)
        RETURN chains.named(compound) AS name ORDER BY service.since DESC LIMIT 1
      })
    WHEN node:Building THEN chains.named(node) + ' of ' + head(COLLECT {
      MATCH (node)-[:PART_OF]->(compound:Compound)
      RETURN chains.named(compound) AS name
    })
    WHEN node:CentralHousehold THEN 'a central household'
  END,
  chains.named(node), node.id
) AS called
