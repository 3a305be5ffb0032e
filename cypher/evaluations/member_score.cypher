// name: evaluations.member_score
// mode: value
// given: evaluation, evaluation_round
// columns: score
//
// The mean of the ratings by members, 0 to 100; null until the round is closed, and where members and residents are not told
// apart.
MATCH (evaluation_round:EvaluationRound)-[:SCORED]->(evaluation:Evaluation)
RETURN CASE WHEN evaluations.is_told_by_kind(evaluation, evaluation_round) THEN toFloat(reduce(total = 0, points IN COLLECT {
  MATCH (evaluation)-[marking:MARKED_ON]->(:Criterion)
  RETURN marking.member_points AS points
} | total + points)) / evaluation.member_raters END AS score
