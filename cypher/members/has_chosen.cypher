// name: members.has_chosen
// mode: value
// given: member
// columns: has
//
// Whether the member has chosen a post.
MATCH (member:Member)
RETURN EXISTS {
  MATCH (member)-[choice:CHOSE]->(:PostKind)
  WHERE time.holds(choice)
} AS has
