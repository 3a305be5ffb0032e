// name: evaluations.is_told
// mode: value
// given: evaluation, evaluation_round
// columns: told
//
// Whether what the raters gave is told: the round is closed, and at least five rated, so that it says nothing of one.
MATCH (evaluation_round:EvaluationRound)-[:SCORED]->(evaluation:Evaluation)
RETURN evaluations.rater_count(evaluation, evaluation_round) >= 5 AS told
