// name: issues.settled_with
// mode: relation
// given: issue
// columns: synergy_body
//
// The synergy body that the issue was settled with, once it is settled.
MATCH (issue:Issue)<-[:SETTLED]-(synergy_body:SynergyBody)
WHERE time.reached(issue.resolved_on)
RETURN synergy_body
