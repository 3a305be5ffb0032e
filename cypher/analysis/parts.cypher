// name: analysis.parts
// mode: relation
// given: bridge
// parameters: parts
// columns: group
// order: group.position
//
// The groups of organizations that only the person connects, passed in per person as lists of IDs.
UNWIND [{person: ''}] AS bridge
UNWIND range(0, size(coalesce($parts[bridge.person], [])) - 1) AS position
WITH {position: position, bodies: $parts[bridge.person][position]} AS group
RETURN group
