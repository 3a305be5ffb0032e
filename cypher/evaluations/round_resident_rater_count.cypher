// name: evaluations.round_resident_rater_count
// mode: value
// given: evaluation_round
// columns: raters
//
// The number of other residents who rated the departments of the round: the lowest for any department, if some left one
// out. Null if an evaluation doesn't show it.
MATCH (evaluation_round:EvaluationRound)
RETURN head(COLLECT {
  MATCH (evaluation_round)-[:SCORED]->(evaluation:Evaluation)
  RETURN evaluations.resident_rater_count(evaluation, evaluation_round) AS raters
  ORDER BY raters IS NULL DESC, raters LIMIT 1
}) AS raters
