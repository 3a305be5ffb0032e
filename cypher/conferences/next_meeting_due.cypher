// name: conferences.next_meeting_due
// mode: value
// given: conference
// columns: due
//
// The last day on which the conference can meet and still leave no period without a meeting: the last day of the period
// after the one in which it met last, or of the first that began with it where it has not met. The periods are months in a
// compound, quarters in a community and a subdistrict, half-years in a city, where only regular meetings count. Null for a
// conference that is no more. No day is later than the last of the calendar, 9999-12-31.
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
