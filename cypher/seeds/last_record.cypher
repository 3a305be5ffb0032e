// name: seeds.last_record
// mode: read
// parameters: today
// columns: last_record
//
// The date of the latest meeting, visit or deed until today. Null if there is none.
CALL () {
  MATCH (meeting:Meeting)
  WHERE meeting.date <= $today
  RETURN meeting.date AS date
  ORDER BY date DESC
  LIMIT 1
  UNION ALL
  MATCH (visit:Visit)
  WHERE visit.date <= $today
  RETURN visit.date AS date
  ORDER BY date DESC
  LIMIT 1
  UNION ALL
  MATCH (deed:Deed)
  WHERE deed.date <= $today
  RETURN deed.date AS date
  ORDER BY date DESC
  LIMIT 1
}
RETURN toString(max(date)) AS last_record
