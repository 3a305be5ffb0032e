// name: search.unspelled
// mode: read
// parameters: city, after, version, limit
// columns: id, name, code
//
// The objects of a city (of all cities, if it is empty) whose name, or whose version of the spellings, differs from the
// stored one; those after an ID, sorted by ID.
MATCH (node:Entity)
WHERE node.id STARTS WITH $city AND node.id > $after
  AND (node:Place OR node:Organization OR node:Person OR node:BuildingGroup OR node:Issue)
WITH node, nodes.name(node) AS name
WHERE coalesce(node.spelled <> $version + ' ' + name, name IS NOT NULL)
RETURN node.id AS id, name, node.code AS code
ORDER BY id
LIMIT $limit
