// name: evaluations.resident_rater_count
// mode: value
// given: evaluation, evaluation_round
// columns: raters
//
// The number of raters who are other residents. Null until the round is closed, and if results are not shown by kind.
MATCH (evaluation_round:EvaluationRound)-[:SCORED]->(evaluation:Evaluation)
RETURN CASE WHEN evaluations.is_told_by_kind(evaluation, evaluation_round) THEN evaluation.resident_raters END AS raters
