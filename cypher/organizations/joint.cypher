// name: organizations.joint
// mode: value
// given: branch
// columns: joint
//
// Whether the branch is a joint branch: founded with the property company, or on the owners' committee.
MATCH (branch:Branch)
RETURN EXISTS {
  MATCH (branch)-[founding:FOUNDED_ON]->(:Organization)
  WHERE time.holds(founding)
} AS joint
