// name: issues.settled_with
// mode: relation
// given: issue
// columns: synergy_body
//
// The synergy body that helped to settle the issue, once it is settled.
MATCH (issue:Issue)<-[:SETTLED]-(synergy_body:SynergyBody)
WHERE time.reached(issue.resolved_on)
RETURN synergy_body
