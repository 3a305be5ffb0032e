// name: evaluations.closed_on
// mode: value
// given: evaluation_round
// columns: closed_on
//
// The date the round was closed. Null while it is open.
MATCH (evaluation_round:EvaluationRound)
RETURN CASE WHEN evaluations.is_closed(evaluation_round) THEN toString(evaluation_round.closed_on) END AS closed_on
