// name: escalations.due
// mode: value
// given: escalation
// parameters: feedback_days
// columns: due
//
// What the upper conference owes, with the last date for it: the `agenda` until it has put the issue on one, then the
// `feedback` until it is given. The agenda is due at its first regular meeting after the submission or, if it has held
// none and the issue is open, on the last day of the period of the submission, or of the following one if it had already
// met in that period. A period is a month for a compound, a quarter for a community or subdistrict, and a half-year for a
// city, where only regular meetings count. At most 9999-12-31, the last day of the calendar.
MATCH (escalation:Escalation)
RETURN head(COLLECT {
  MATCH (issue:Issue)-[:ESCALATED_BY]->(escalation)-[:UP_TO]->(upper:Conference)
  WHERE escalation.date IS NOT NULL
  WITH issue, upper, CASE size(split(upper.id, 'K')[0]) WHEN 6 THEN 6 WHEN 15 THEN 1 ELSE 3 END AS months, head(COLLECT {
    MATCH (upper)-[:HELD]->(meeting:Meeting)
    WHERE time.happened(meeting) AND meeting.date >= escalation.date
    WITH meeting, EXISTS { (issue)-[:ON_AGENDA_OF]->(meeting) } AS on_agenda
    WHERE on_agenda OR (meeting.kind = 'REGULAR' AND meeting.date > escalation.date)
    RETURN {day: meeting.date, on_agenda: on_agenda} AS next ORDER BY on_agenda DESC, meeting.date LIMIT 1
  }) AS next
  WITH issue, upper, months, next, date({
    year: escalation.date.year, month: (escalation.date.month - 1) / months * months + 1, day: 1
  }) AS first_day
  WITH issue, next, CASE
    WHEN next.on_agenda THEN next.day + duration({days: $feedback_days})
    WHEN next IS NOT NULL THEN next.day
    ELSE first_day + duration({months: CASE WHEN EXISTS {
      MATCH (upper)-[:HELD]->(meeting:Meeting)
      WHERE first_day <= meeting.date AND meeting.date <= escalation.date AND (months < 6 OR meeting.kind = 'REGULAR')
    } THEN 2 * months ELSE months END}) - duration({days: 1})
  END AS day
  WITH issue, next, CASE WHEN day.year > 9999 THEN date('9999-12-31') ELSE day END AS day
  RETURN CASE
    WHEN next.on_agenda THEN {feedback: CASE WHEN NOT time.reached(escalation.feedback_on) THEN day END}
    WHEN next IS NOT NULL OR NOT time.reached(issue.resolved_on) THEN {agenda: day}
  END AS due
}) AS due
