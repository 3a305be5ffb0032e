// name: conferences.next_meeting_due
// mode: value
// given: conference
// columns: due
//
// The last date for the next meeting, so that no period passes without one: the last day of the period after the one
// with the latest meeting, or of the first period that began after the conference was set up, if it has not met. A
// period is a month for a compound, a quarter for a community or subdistrict, and a half-year for a city, where only
// regular meetings count. Null if the conference no longer exists. At most 9999-12-31, the last day of the calendar.
MATCH (conference:Conference)
RETURN head(COLLECT {
  MATCH (conference)-[service:SERVES]->(place:Place)
  WHERE time.holds(service)
  WITH service, CASE WHEN place:City THEN 6 WHEN place:Compound THEN 1 ELSE 3 END AS months
  WITH service, months, coalesce(head(COLLECT {
    MATCH (conference)-[:HELD]->(meeting:Meeting)
    WHERE time.happened(meeting) AND coalesce(service.since <= meeting.date, true)
      AND (months < 6 OR meeting.kind = 'REGULAR')
    RETURN meeting.date AS day ORDER BY day DESC LIMIT 1
  }), service.since - duration({days: 1})) AS last
  WITH service, date({year: last.year, month: (last.month - 1) / months * months + 1, day: 1})
    + duration({months: 2 * months}) - duration({days: 1}) AS day
  RETURN CASE WHEN day.year > 9999 THEN date('9999-12-31') ELSE day END AS due
  ORDER BY service.since LIMIT 1
}) AS due
