// name: evaluations.is_closed
// mode: value
// given: evaluation_round
// parameters: as_of
// columns: closed
//
// Whether the round is closed on `asOf`. Its results are not shown before.
MATCH (evaluation_round:EvaluationRound)
RETURN coalesce(evaluation_round.closed_on <= $as_of, false) AS closed
