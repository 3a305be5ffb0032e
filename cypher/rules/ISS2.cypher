// name: rules.ISS2
// mode: rule
// subject: Issue
// obligation: MUST
// window: none
// title: Every escalation goes exactly one level up
// title_zh: 议题逐级上移
// required: every escalation goes to the next level up
// required_zh: 每次议题上移均为上移一级
// observed_one_up: {of escalation|escalations}, each one level up
// observed_one_up_zh: {of}次上移，均为上移一级
// observed_astray: {astray} of {of escalation|escalations} not one level up
// observed_astray_zh: {of}次上移中，{astray}次不是上移一级
// unit: ESCALATIONS
// minimum: of
// evidence: Escalation
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to an escalated issue. Passes if each escalation goes from the conference of one level to the conference of
// the next level up. Only the levels are compared. Escalations count from the date of submission, even after the issue
// is settled. Evidence: the escalations.
MATCH (issue:Issue)
WHERE issue.code STARTS WITH left($within, 6) AND issues.exists(issue)
WITH issue, issues.place_of_holder(issue) AS place
WHERE place STARTS WITH $within
WITH issue, place, escalations.of_issue(issue) AS submitted
WITH issue, place, submitted, [escalation IN submitted WHERE escalations.levels(escalation) <> 1] AS astray
RETURN issue.id AS subject, place,
  CASE WHEN submitted = [] THEN 'NOT_APPLICABLE' WHEN astray = [] THEN 'PASS' ELSE 'FAIL' END AS result,
  CASE
    WHEN submitted = [] THEN null
    WHEN astray = [] THEN {form: 'one_up', value: size(submitted), of: size(submitted)}
    ELSE {form: 'astray', value: size(submitted) - size(astray), of: size(submitted), astray: size(astray)}
  END AS observed,
  [escalation IN submitted | ['Escalation', escalation.id]] AS evidence
