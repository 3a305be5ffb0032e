// name: evaluations.round_resident_rater_count
// mode: value
// given: evaluation_round
// columns: raters
//
// How many residents rated the departments of the round: the fewest, should one have left one out; null where an evaluation
// does not tell it.
MATCH (evaluation_round:EvaluationRound)
RETURN head(COLLECT {
  MATCH (evaluation_round)-[:SCORED]->(evaluation:Evaluation)
  RETURN evaluations.resident_rater_count(evaluation, evaluation_round) AS raters
  ORDER BY raters IS NULL DESC, raters LIMIT 1
}) AS raters
