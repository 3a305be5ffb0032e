// name: pairings.room
// mode: value
// given: community
// columns: room
//
// The number of departments that can still be paired with the community: COM1 allows 5.
MATCH (community:Community)
RETURN CASE
  WHEN pairings.department_count(community) < 5 THEN 5 - pairings.department_count(community)
  ELSE 0
END AS room
