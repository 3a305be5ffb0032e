// name: members.load_feedback_forms
// mode: write
// parameters: rows
// columns: loaded
//
// The feedback forms that a community took in: one relation for each member, known by member and yearly round.
UNWIND $rows AS row
MATCH (community:Community {code: row.community})
CALL (row, community) {
  UNWIND row.members AS id
  MATCH (member:Member {id: id})
  CALL (row, community, id) {
    MATCH (:Member)-[moved:GAVE_FEEDBACK {id: id + '-' + toString(row.round)}]->(other)
    WHERE other <> community
    DELETE moved
  }
  MERGE (member)-[feedback:GAVE_FEEDBACK {id: id + '-' + toString(row.round)}]->(community)
  SET feedback.date = row.date,
      feedback.grade = row.grade,
      feedback.counted_for = row.counted_for
}
RETURN count(*) AS loaded
