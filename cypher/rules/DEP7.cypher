// name: rules.DEP7
// mode: rule
// subject: Department
// obligation: MUST
// window: YEAR
// title: Its evaluation is linked to the appraisal of its leading team
// title_zh: 考核结果纳入实绩考核
// required: the evaluation counted towards an appraisal
// required_zh: 百分考核计入实绩考核
// observed_counted: counted towards the appraisal of {date}
// observed_counted_zh: 已计入{date}的实绩考核
// observed_not_counted: not counted towards an appraisal
// observed_not_counted_zh: 未计入实绩考核
// turned_by: PAIRED_WITH
// evidence: Evaluation, Appraisal
// parameters: within, window_from, window_until
// columns: subject, place, result, observed, evidence
//
// Applies to a department with an evaluation in a round closed in the year. Passes if the evaluation (every one, if
// there are several) has counted towards an appraisal by `asOf`. Evidence: the evaluations and the appraisals.
MATCH (department:Department)
WHERE department.code STARTS WITH left($within, 6)
WITH department, coverage.place_of_actor(department) AS place
WHERE place STARTS WITH $within
WITH department, place, COLLECT {
  MATCH (department)<-[:OF]-(evaluation:Evaluation)<-[:SCORED]-(evaluation_round:EvaluationRound)
  WHERE $window_from <= evaluation_round.closed_on AND evaluation_round.closed_on < $window_until
  WITH evaluation, COLLECT {
    MATCH (evaluation)-[:COUNTED_IN]->(appraisal:Appraisal)
    WHERE time.happened(appraisal)
    RETURN appraisal ORDER BY appraisal.date, appraisal.id
  } AS appraisals
  RETURN {id: evaluation.id, appraisals: appraisals} AS found ORDER BY evaluation.id
} AS evaluations
RETURN department.id AS subject, place,
  CASE
    WHEN evaluations = [] THEN 'NOT_APPLICABLE'
    WHEN all(found IN evaluations WHERE found.appraisals <> []) THEN 'PASS'
    ELSE 'FAIL'
  END AS result,
  CASE
    WHEN evaluations = [] THEN null
    WHEN all(found IN evaluations WHERE found.appraisals <> [])
      THEN {form: 'counted', date: toString(head(head(evaluations).appraisals).date)}
    ELSE {form: 'not_counted'}
  END AS observed,
  reduce(evidence = [], found IN evaluations | evidence + [['Evaluation', found.id]]
    + [appraisal IN found.appraisals | ['Appraisal', appraisal.id]]) AS evidence
