// name: rules.DEP5
// mode: rule
// subject: Department
// obligation: MUST
// window: YEAR
// due: EVALUATION
// title: It was evaluated by at least 50 raters
// title_zh: 百分考核评分人数不少于50人
// required: a closed evaluation by at least 50 raters with a score from 0 to 100
// required_zh: 有已结束的百分考核，评分人不少于50人，得分在0至100分之间
// observed: {value rater|raters}, score {score}
// observed_zh: {value}名评分人，得分{score}分
// observed_unscored: too few raters for a score
// observed_unscored_zh: 评分人过少，不计得分
// observed_no_evaluation: no closed evaluation
// observed_no_evaluation_zh: 无已结束的百分考核
// unit: RATERS
// minimum: 50
// turned_by: PAIRED_WITH
// evidence: Evaluation
// parameters: within, window_from, window_until
// columns: subject, place, result, observed, evidence
//
// Applies to a department whose pairing (the earliest, if there are several) had started by the first day of the year.
// Passes with an evaluation in a round closed in the year, by at least 50 raters and with a score from 0 to 100. After
// a change of community the rule applies again once the new pairing has held for a whole year; rounds of every
// community count. Evidence: the evaluations, the one with the most raters first.
MATCH (department:Department)
WHERE department.code STARTS WITH left($within, 6)
WITH department, coverage.pairing_of_actor(department).pairing.since <= $window_from AS applies,
  coverage.place_of_actor(department) AS place
WHERE place STARTS WITH $within
WITH department, place, coalesce(applies, false) AS applies, COLLECT {
  MATCH (department)<-[:OF]-(evaluation:Evaluation)<-[:SCORED]-(evaluation_round:EvaluationRound)
  WHERE applies AND $window_from <= evaluation_round.closed_on AND evaluation_round.closed_on < $window_until
  WITH evaluation, evaluations.rater_count(evaluation, evaluation_round) AS raters,
    evaluations.score(evaluation, evaluation_round) AS score
  RETURN {id: evaluation.id, raters: raters, score: score} AS found ORDER BY raters DESC, evaluation.id
} AS evaluations
RETURN department.id AS subject, place,
  CASE
    WHEN NOT applies THEN 'NOT_APPLICABLE'
    WHEN any(found IN evaluations WHERE found.raters >= 50 AND 0 <= found.score AND found.score <= 100) THEN 'PASS'
    ELSE 'FAIL'
  END AS result,
  CASE
    WHEN NOT applies THEN null
    WHEN evaluations = [] THEN {form: 'no_evaluation'}
    WHEN head(evaluations).score IS NULL THEN {form: 'unscored'}
    ELSE {value: head(evaluations).raters, score: round(head(evaluations).score, 1)}
  END AS observed,
  [found IN evaluations | ['Evaluation', found.id]] AS evidence
