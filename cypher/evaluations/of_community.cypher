// name: evaluations.of_community
// mode: relation
// given: community
// columns: evaluation_round
// order: toString(evaluation_round.date) DESC, evaluation_round.id
//
// The community's rounds that have opened by `asOf`, newest first.
MATCH (community:Community)<-[:HELD_IN]-(evaluation_round:EvaluationRound)
WHERE time.happened(evaluation_round)
RETURN evaluation_round
