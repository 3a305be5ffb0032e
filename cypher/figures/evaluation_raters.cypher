// name: figures.evaluation_raters
// mode: value
// given: city
// columns: value
//
// The lowest number of raters in a closed evaluation round of the city. 0 if there is no such round.
MATCH (city:City)
RETURN coalesce(head(COLLECT {
  MATCH (city)<-[:PART_OF]-(:Subdistrict)<-[:PART_OF]-(:Community)<-[:HELD_IN]-(evaluation_round:EvaluationRound)
  WHERE evaluations.is_closed(evaluation_round)
  RETURN evaluations.round_rater_count(evaluation_round) AS raters ORDER BY raters LIMIT 1
}), 0) AS value
