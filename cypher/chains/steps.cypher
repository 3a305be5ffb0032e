// name: chains.steps
// mode: relation
// given: path
// columns: from_node, link, to_node, position
// order: position
//
// The relations of the path with the objects that they link, from its start to its end.
MATCH path = (:Entity)-[*1..2]-(:Entity)
UNWIND range(0, length(path) - 1) AS position
WITH nodes(path)[position] AS from_node, relationships(path)[position] AS link, nodes(path)[position + 1] AS to_node, position
RETURN from_node, link, to_node, position
