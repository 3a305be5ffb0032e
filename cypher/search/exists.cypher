// name: search.exists
// mode: value
// given: node
// columns: exists
//
// Whether the object exists by `asOf`.
MATCH (node:Entity)
RETURN CASE
  WHEN node:Branch OR node:OwnersCommittee OR node:SynergyBody OR node:Conference OR node:VolunteerTeam THEN organizations.exists(node)
  WHEN node:BuildingGroup THEN building_groups.exists(node)
  WHEN node:Issue THEN issues.exists(node)
  ELSE true
END AS exists
