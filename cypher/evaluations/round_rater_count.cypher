// name: evaluations.round_rater_count
// mode: value
// given: evaluation_round
// columns: raters
//
// The number of raters of the departments of the round: the lowest for any department, if some left one out. 0 until it
// is closed.
MATCH (evaluation_round:EvaluationRound)
RETURN coalesce(head(COLLECT {
  MATCH (evaluation_round)-[:SCORED]->(evaluation:Evaluation)
  RETURN evaluations.rater_count(evaluation, evaluation_round) AS raters ORDER BY raters LIMIT 1
}), 0) AS raters
