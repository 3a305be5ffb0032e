// name: evaluations.is_of_year
// mode: value
// given: evaluation_round
// parameters: value
// columns: is_of_year
//
// Whether the round belongs to the year.
MATCH (evaluation_round:EvaluationRound)
RETURN evaluation_round.year = $value AS is_of_year
