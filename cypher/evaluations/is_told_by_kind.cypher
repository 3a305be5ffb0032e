// name: evaluations.is_told_by_kind
// mode: value
// given: evaluation, evaluation_round
// columns: told
//
// Whether results are shown separately for members and residents: there are at least five of each. Otherwise the
// results of the smaller group would be the difference between the total and the other group.
MATCH (evaluation_round:EvaluationRound)-[:SCORED]->(evaluation:Evaluation)
RETURN evaluations.is_closed(evaluation_round) AND evaluation.member_raters >= 5 AND evaluation.resident_raters >= 5 AS told
