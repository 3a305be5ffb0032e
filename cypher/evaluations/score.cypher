// name: evaluations.score
// mode: value
// given: evaluation, evaluation_round
// columns: score
//
// The mean of all ratings, 0 to 100: the points for all criteria divided by the number of raters. Null until the round
// is closed, and with fewer than five raters.
MATCH (evaluation_round:EvaluationRound)-[:SCORED]->(evaluation:Evaluation)
RETURN CASE WHEN evaluations.is_told(evaluation, evaluation_round) THEN toFloat(reduce(total = 0, points IN COLLECT {
  MATCH (evaluation)-[marking:MARKED_ON]->(:Criterion)
  RETURN marking.member_points + marking.resident_points AS points
} | total + points)) / (evaluation.member_raters + evaluation.resident_raters) END AS score
