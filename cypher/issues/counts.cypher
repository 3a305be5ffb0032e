// name: issues.counts
// mode: relation
// parameters: within
// columns: tally
// order: tally.position, tally.status
//
// The number of issues raised by conferences within a place up to `asOf`, by level and status, zeros included.
UNWIND [['CITY', 6], ['SUBDISTRICT', 9], ['COMMUNITY', 12], ['COMPOUND', 15]] AS entry
UNWIND ['OPEN', 'RESOLVED'] AS status
WITH entry, status, COLLECT {
  MATCH (issue:Issue)
  WHERE issue.code STARTS WITH $within AND issues.level_raised(issue) = entry[0]
    AND issues.status(issue) = status AND issues.exists(issue)
  RETURN issue
} AS found
WITH {
  level: entry[0], position: entry[1], status: status, number: size(found),
  escalated: size([issue IN found WHERE issues.is_escalated(issue)]),
  overdue: size([issue IN found WHERE issues.overdue_days(issue) IS NOT NULL])
} AS tally
RETURN tally
