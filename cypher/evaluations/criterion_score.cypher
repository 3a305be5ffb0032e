// name: evaluations.criterion_score
// mode: value
// given: marking, evaluation, evaluation_round
// columns: score
//
// The mean of the points that all raters gave for a criterion. Null if the evaluation has no score.
MATCH (evaluation_round:EvaluationRound)-[:SCORED]->(evaluation:Evaluation)-[marking:MARKED_ON]->(:Criterion)
RETURN CASE WHEN evaluations.is_told(evaluation, evaluation_round) THEN toFloat(marking.member_points + marking.resident_points)
  / (evaluation.member_raters + evaluation.resident_raters)
END AS score
