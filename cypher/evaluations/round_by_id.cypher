// name: evaluations.round_by_id
// mode: relation
// parameters: id
// columns: evaluation_round, community
//
// The round with the ID, if it has opened by `asOf`.
MATCH (evaluation_round:Entity&EvaluationRound {id: $id})-[:HELD_IN]->(community:Community)
WHERE time.happened(evaluation_round)
RETURN evaluation_round, community
