// name: due.pairing_end
// mode: read
// parameters: within
// columns: subject, place, due_on, rule, name
//
// The current pairings of departments and leaders with a recorded end, each due on the last day on which it holds.
MATCH (community:Community)<-[pairing:PAIRED_WITH]-(actor:Department|Leader)
WHERE community.code STARTS WITH $within AND time.holds(pairing) AND pairing.until IS NOT NULL
RETURN [CASE WHEN actor:Leader THEN 'LeaderPairing' ELSE 'DepartmentPairing' END, pairing.id] AS subject,
  community.code AS place, pairing.until - duration({days: 1}) AS due_on, null AS rule,
  coverage.name(actor) + '，' + coverage.name(community) AS name
