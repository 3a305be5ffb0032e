// name: export.node_value
// mode: value
// given: entity, name
// columns: value
//
// The value of an object's property as of `asOf`, as the API shows it: few beneficiaries and the results of few raters
// are withheld, and a settlement, feedback or result shows from its date on. Dates are text.
MATCH (entity:Entity)
UNWIND ['name'] AS name
RETURN CASE name
  WHEN 'date' THEN toString(entity.date)
  WHEN 'reported_on' THEN toString(entity.reported_on)
  WHEN 'latitude' THEN entity.location.latitude
  WHEN 'longitude' THEN entity.location.longitude
  WHEN 'beneficiaries' THEN synergy.beneficiaries(entity)
  WHEN 'resolved_on' THEN toString(issues.resolved_on(entity))
  WHEN 'resolution' THEN issues.resolution(entity)
  WHEN 'feedback_on' THEN CASE WHEN time.reached(entity.feedback_on) THEN toString(entity.feedback_on) END
  WHEN 'feedback_text' THEN CASE WHEN time.reached(entity.feedback_on) THEN entity.feedback_text END
  WHEN 'closed_on' THEN evaluations.closed_on(entity)
  WHEN 'rater_count' THEN head(COLLECT {
    MATCH (entity)<-[:SCORED]-(evaluation_round:EvaluationRound)
    WHERE evaluations.is_told(entity, evaluation_round)
    RETURN evaluations.rater_count(entity, evaluation_round) AS raters
  })
  WHEN 'score' THEN head(COLLECT {
    MATCH (entity)<-[:SCORED]-(evaluation_round:EvaluationRound)
    RETURN evaluations.score(entity, evaluation_round) AS score
  })
  ELSE entity[name]
END AS value
