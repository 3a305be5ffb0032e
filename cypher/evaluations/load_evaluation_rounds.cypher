// name: evaluations.load_evaluation_rounds
// mode: write
// parameters: rows
// columns: loaded
//
// Rounds of evaluation of communities: one exists from the day that it opens. A row that was corrected to another
// community moves the round.
UNWIND $rows AS row
MATCH (community:Community {code: row.community})
MERGE (evaluation_round:Entity {id: row.id})
SET evaluation_round:EvaluationRound,
    evaluation_round.date = row.opened_on,
    evaluation_round.closed_on = row.closed_on,
    evaluation_round.year = row.opened_on.year,
    evaluation_round.provenance = row.provenance
WITH evaluation_round, community
CALL (evaluation_round, community) {
  MATCH (evaluation_round)-[moved:HELD_IN]->(other)
  WHERE other <> community
  DELETE moved
}
MERGE (evaluation_round)-[:HELD_IN]->(community)
RETURN count(*) AS loaded
