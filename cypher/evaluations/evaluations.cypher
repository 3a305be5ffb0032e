// name: evaluations.evaluations
// mode: relation
// parameters: within
// columns: evaluation, evaluation_round, department, community
// order: toString(evaluation_round.date) DESC, evaluation.id
//
// The evaluations by communities within a place whose rounds have opened by `asOf`, newest first.
MATCH (community:Community)<-[:HELD_IN]-(evaluation_round:EvaluationRound)-[:SCORED]->(evaluation:Evaluation)-[:OF]->(department:Department)
WHERE community.code STARTS WITH $within AND time.happened(evaluation_round)
RETURN evaluation, evaluation_round, department, community
