// name: evaluations.round_by_id
// mode: relation
// parameters: id
// columns: evaluation_round, community
//
// The round of evaluation that has the id, if it had opened by the day.
MATCH (evaluation_round:Entity&EvaluationRound {id: $id})-[:HELD_IN]->(community:Community)
WHERE time.happened(evaluation_round)
RETURN evaluation_round, community
