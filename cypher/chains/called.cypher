// name: chains.called
// mode: value
// given: node
// columns: called
//
// The object's name in a sentence: for a branch or owners' committee that of the compound it serves, or served last;
// for a building with its compound; otherwise the object's own name. The own name if there is no compound, and the ID
// if there is no name. Never null.
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
