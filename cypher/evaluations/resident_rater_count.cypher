// name: evaluations.resident_rater_count
// mode: value
// given: evaluation, evaluation_round
// columns: raters
//
// How many residents rated the department; null until the round is closed, and where members and residents are not told apart.
MATCH (evaluation_round:EvaluationRound)-[:SCORED]->(evaluation:Evaluation)
RETURN CASE WHEN evaluations.is_told_by_kind(evaluation, evaluation_round) THEN evaluation.resident_raters END AS raters
