// name: members.load_members
// mode: write
// parameters: rows
// columns: loaded
//
// In-service members: where they work, and what they chose. A member chooses a post, a team or a zone once, so the end of
// its id makes the id of the choice. A row that was corrected to another organization or choice moves the relation.
UNWIND $rows AS row
MATCH (organization:PartyOrganization {id: row.organization})
MERGE (member:Member {id: row.id})
WITH row, member, organization
CALL (row, member, organization) {
  MATCH (member)-[moved:WORKS_IN]->(other)
  WHERE other <> organization
  DELETE moved
}
MERGE (member)-[work:WORKS_IN {id: row.id + '-1'}]->(organization)
SET work.since = row.employed
WITH row, member
CALL (row, member) {
  MATCH (member)-[dropped:CHOSE]->(other)
  WHERE NOT other.id IN row.posts
  DELETE dropped
}
CALL (row, member) {
  UNWIND row.posts AS chosen
  MATCH (target:PostKind {id: chosen})
  MERGE (member)-[choice:CHOSE {id: row.id + '-' + right(chosen, 2)}]->(target)
  SET choice.since = row.chosen
}
CALL (row, member) {
  MATCH (member)-[dropped:JOINED]->(other)
  WHERE NOT other.id IN row.teams
  DELETE dropped
}
CALL (row, member) {
  UNWIND row.teams AS chosen
  MATCH (target:VolunteerTeam {id: chosen})
  MERGE (member)-[joining:JOINED {id: row.id + '-' + right(chosen, 2)}]->(target)
  SET joining.since = row.chosen
}
CALL (row, member) {
  MATCH (member)-[dropped:TENDS]->(other)
  WHERE NOT other.id IN row.zones
  DELETE dropped
}
CALL (row, member) {
  UNWIND row.zones AS chosen
  MATCH (target:ResponsibilityZone {id: chosen})
  MERGE (member)-[tending:TENDS {id: row.id + '-' + right(chosen, 2)}]->(target)
  SET tending.since = row.chosen
}
RETURN count(*) AS loaded
