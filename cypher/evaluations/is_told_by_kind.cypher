// name: evaluations.is_told_by_kind
// mode: value
// given: evaluation, evaluation_round
// columns: told
//
// Whether members and residents are told apart: each are at least five. Were one kind fewer, what it gave would be what
// remains of the whole without the other.
MATCH (evaluation_round:EvaluationRound)-[:SCORED]->(evaluation:Evaluation)
RETURN evaluations.is_closed(evaluation_round) AND evaluation.member_raters >= 5 AND evaluation.resident_raters >= 5 AS told
