// name: evaluations.rank_in_community
// mode: value
// given: evaluation, evaluation_round
// columns: rank
//
// The department's rank in the round, 1 being the highest score. Null if there is no score.
MATCH (evaluation_round:EvaluationRound)-[:SCORED]->(evaluation:Evaluation)
RETURN head(COLLECT {
  UNWIND [evaluations.score(evaluation, evaluation_round)] AS score
  WITH score WHERE score IS NOT NULL
  RETURN 1 + COUNT {
    MATCH (evaluation_round)-[:SCORED]->(other:Evaluation)
    WHERE evaluations.score(other, evaluation_round) > score
  } AS rank
}) AS rank
