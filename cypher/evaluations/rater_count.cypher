// name: evaluations.rater_count
// mode: value
// given: evaluation, evaluation_round
// columns: raters
//
// The number of raters of the department. 0 until the round is closed.
MATCH (evaluation_round:EvaluationRound)-[:SCORED]->(evaluation:Evaluation)
RETURN CASE WHEN evaluations.is_closed(evaluation_round)
  THEN evaluation.member_raters + evaluation.resident_raters ELSE 0
END AS raters
