// name: chains.shortest
// mode: relation
// parameters: from, from_label, to, to_label
// columns: path, ids
// order: length(path), ids
//
// The shortest paths of at most 12 relations that hold on `asOf`, from one object to another. Of several relations of
// one type between the same two objects only the earliest counts.
MATCH (start:Entity {id: $from}), (goal:Entity {id: $to})
WHERE start <> goal AND $from_label IN labels(start) AND $to_label IN labels(goal)
MATCH path = allShortestPaths((start)-[:PART_OF|ADJACENT_TO|PAIRED_WITH|SUPERVISES|HOLDS|SERVES|FOUNDED_ON|FORMED_IN|COVERS|LEADS|STATIONED_IN|ORGANIZED_IN|MEMBER_OF|BELONGS_TO|INVITED_TO|LIAISON_OF|LIES_IN*..12]-(goal))
WHERE all(link IN relationships(path) WHERE time.holds(link))
WITH path, [node IN nodes(path) | node.id] + [link IN relationships(path) | type(link)] AS ids
WHERE NOT EXISTS {
  UNWIND relationships(path) AS link
  WITH link, startNode(link) AS one, endNode(link) AS other
  MATCH (one)-[rival]->(other)
  WHERE type(rival) = type(link) AND time.holds(rival)
    AND (rival.since < link.since OR (rival.since = link.since AND rival.id < link.id))
}
RETURN path, ids
