// name: members.load_choices
// mode: write
// parameters: rows
// columns: loaded
//
// What members chose. A member chooses a post, a team or a zone once, so the end of its id makes the id of the choice. What
// was taken out of a row is no longer chosen.
UNWIND $rows AS row
MATCH (member:Member {id: row.member})
CALL (row, member) {
  MATCH (member)-[dropped:CHOSE {since: row.date}]->(other)
  WHERE NOT other.id IN row.posts
  DELETE dropped
}
CALL (row, member) {
  UNWIND row.posts AS chosen
  MATCH (target:PostKind {id: chosen})
  MERGE (member)-[choice:CHOSE {id: row.member + '-' + right(chosen, 2)}]->(target)
  SET choice.since = row.date
}
CALL (row, member) {
  MATCH (member)-[dropped:JOINED {since: row.date}]->(other)
  WHERE NOT other.id IN row.teams
  DELETE dropped
}
CALL (row, member) {
  UNWIND row.teams AS chosen
  MATCH (target:Entity {id: chosen})
  MERGE (member)-[joining:JOINED {id: row.member + '-' + right(chosen, 2)}]->(target)
  SET joining.since = row.date
}
CALL (row, member) {
  MATCH (member)-[dropped:TENDS {since: row.date}]->(other)
  WHERE NOT other.id IN row.zones
  DELETE dropped
}
CALL (row, member) {
  UNWIND row.zones AS chosen
  MATCH (target:Entity {id: chosen})
  MERGE (member)-[tending:TENDS {id: row.member + '-' + right(chosen, 2)}]->(target)
  SET tending.since = row.date
}
RETURN count(*) AS loaded
