// name: rules.ISS4
// mode: rule
// subject: Issue
// obligation: MUST
// window: none
// title: The upper level gave feedback in time
// title_zh: 上级联席会及时反馈
// required: feedback within the days allowed (30, a setting) after the agenda meeting
// required_zh: 列入议程的会议后，在规定天数内反馈（默认30天，可设置）
// observed_feedback: feedback {value day|days} after the agenda meeting
// observed_feedback_zh: 列入议程的会议后{value}天反馈
// observed_no_feedback: no feedback {value day|days} after the agenda meeting
// observed_no_feedback_zh: 列入议程的会议后{value}天仍未反馈
// unit: DAYS
// maximum: allowed
// evidence: Escalation
// parameters: within, as_of, feedback_days
// columns: subject, place, result, observed, evidence
//
// Applies to an issue that was on the agenda of an upper conference, if feedback was given or the days allowed for it
// have passed. Passes if all feedback was given within these days after the agenda meeting, and none is overdue.
// Evidence: the escalations.
MATCH (issue:Issue)
WHERE issue.code STARTS WITH left($within, 6) AND issues.exists(issue)
WITH issue, issues.place_of_holder(issue) AS place
WHERE place STARTS WITH $within
WITH issue, place, escalations.of_issue(issue) AS submitted
WITH issue, place, submitted, [
  escalation IN submitted | {
    given: time.reached(escalation.feedback_on),
    days: duration.inDays(
      escalations.agenda(escalation).date,
      CASE WHEN time.reached(escalation.feedback_on) THEN escalation.feedback_on ELSE $as_of END
    ).days
  }
] AS answers
WITH issue, place, submitted, [answer IN answers WHERE answer.given | answer.days] AS given,
  [answer IN answers WHERE NOT answer.given AND answer.days > $feedback_days | answer.days] AS missing
WITH issue, place, submitted, missing, [days IN given WHERE days IS NOT NULL] AS given
WITH issue, place, submitted, missing, given,
  reduce(most = head(given), days IN given | CASE WHEN days > most THEN days ELSE most END) AS latest,
  reduce(most = head(missing), days IN missing | CASE WHEN days > most THEN days ELSE most END) AS longest
RETURN issue.id AS subject, place,
  CASE
    WHEN missing <> [] THEN 'FAIL'
    WHEN given = [] THEN 'NOT_APPLICABLE'
    WHEN latest <= $feedback_days THEN 'PASS'
    ELSE 'FAIL'
  END AS result,
  CASE
    WHEN missing <> [] THEN {form: 'no_feedback', value: longest, allowed: $feedback_days}
    WHEN given <> [] THEN {form: 'feedback', value: latest, allowed: $feedback_days}
  END AS observed,
  [escalation IN submitted WHERE given <> [] OR missing <> [] | ['Escalation', escalation.id]] AS evidence
