// name: chains.called
// mode: value
// given: node
// columns: called
//
// What a sentence calls the object: a type if the words depend on it, a name and the name of a compound. For a branch or
// owners' committee the compound is the one that it serves, or served last; for a building the one that it is part of; a
// central household is called by its type alone, with an empty text. Where the compound is null, the object is called by
// its name, which is the ID if it has none.
MATCH (node:Entity)
RETURN [
  head([label IN labels(node) WHERE label IN ['Branch', 'OwnersCommittee', 'Building', 'CentralHousehold', 'Conference']]),
  coalesce(chains.named(node), node.id),
  CASE
    WHEN node:Branch OR node:OwnersCommittee THEN head(COLLECT {
      MATCH (node)-[service:SERVES]->(compound:Compound)
      WHERE time.began(service)
      RETURN chains.named(compound) AS name ORDER BY service.since DESC LIMIT 1
    })
    WHEN node:Building AND chains.named(node) IS NOT NULL THEN head(COLLECT {
      MATCH (node)-[:PART_OF]->(compound:Compound)
      RETURN chains.named(compound) AS name
    })
    WHEN node:CentralHousehold THEN ''
  END
] AS called
