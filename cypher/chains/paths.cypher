// name: chains.paths
// mode: relation
// parameters: from, from_label, to, to_label, excluding, through, max_length
// columns: path, ids
// order: length(path), ids
//
// The shortest paths that hold on `asOf`, from one object to another: without the relations of the types `excluding`,
// and between the two ends only through objects with one of the labels `through`. None if these have more than
// `max_length` relations. Of several relations of one type between the same two objects only the earliest counts.
MATCH (start:Entity {id: $from}), (goal:Entity {id: $to})
WHERE start <> goal AND $from_label IN labels(start) AND $to_label IN labels(goal)
MATCH path = allShortestPaths((start)-[:PART_OF|ADJACENT_TO|PAIRED_WITH|SUPERVISES|HOLDS|SERVES|FOUNDED_ON|FORMED_IN|COVERS|LEADS|STATIONED_IN|ORGANIZED_IN|MEMBER_OF|BELONGS_TO|INVITED_TO|LIAISON_OF|LIES_IN*..12]-(goal))
WHERE all(link IN relationships(path) WHERE time.holds(link) AND NOT type(link) IN $excluding)
  AND all(node IN nodes(path) WHERE node.id IN [$from, $to] OR any(label IN labels(node) WHERE label IN $through))
WITH path, [node IN nodes(path) | node.id] + [link IN relationships(path) | type(link)] AS ids
WHERE length(path) <= $max_length AND NOT EXISTS {
  UNWIND relationships(path) AS link
  WITH link, startNode(link) AS one, endNode(link) AS other
  MATCH (one)-[rival]->(other)
  WHERE type(rival) = type(link) AND time.holds(rival)
    AND (rival.since < link.since OR (rival.since = link.since AND rival.id < link.id))
}
RETURN path, ids
