// name: evaluations.is_told
// mode: value
// given: evaluation, evaluation_round
// columns: told
//
// Whether the results are shown: the round is closed and there are at least five raters, so that they reveal nothing
// about a single rater.
MATCH (evaluation_round:EvaluationRound)-[:SCORED]->(evaluation:Evaluation)
RETURN evaluations.rater_count(evaluation, evaluation_round) >= 5 AS told
