// name: evaluations.member_score
// mode: value
// given: evaluation, evaluation_round
// columns: score
//
// The mean of the ratings by Party members, 0 to 100. Null until the round is closed, and if results are not shown by
// kind.
MATCH (evaluation_round:EvaluationRound)-[:SCORED]->(evaluation:Evaluation)
RETURN CASE WHEN evaluations.is_told_by_kind(evaluation, evaluation_round) THEN toFloat(reduce(total = 0, points IN COLLECT {
  MATCH (evaluation)-[marking:MARKED_ON]->(:Criterion)
  RETURN marking.member_points AS points
} | total + points)) / evaluation.member_raters END AS score
