// name: evaluations.criterion_scores
// mode: relation
// given: evaluation
// columns: marking, criterion
// order: criterion.id
//
// The criteria that the evaluation is by, each with what the department was given for it.
MATCH (evaluation:Evaluation)-[marking:MARKED_ON]->(criterion:Criterion)
RETURN marking, criterion
