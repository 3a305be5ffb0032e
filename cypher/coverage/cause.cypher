// name: coverage.cause
// mode: relation
// given: change
// columns: link, event
// history: links
// order: event.steps, event.on DESC, link.id
//
// The relation whose beginning or end turned a finding: of those that began or ended after the earlier day and by the
// later one, and can turn findings of the rule, the nearest to the subject, and of these the last.
UNWIND [{}] AS change
MATCH (subject:Entity {id: change.subject[1]})
MATCH (subject)-[links:PAIRED_WITH|SUPERVISES|HOLDS|SERVES|FORMED_IN|COVERS|LEADS|HOSTS|PART_OF*1..3]-()
WITH change, last(links) AS link, size(links) AS steps
WITH link, {
  relation: type(link), steps: steps,
  began: date(change.from) < link.since AND link.since <= date(change.until),
  on: CASE WHEN date(change.from) < link.until AND link.until <= date(change.until) THEN link.until ELSE link.since END
} AS event
WHERE date(change.from) < event.on AND event.on <= date(change.until) AND event.relation IN change.turned_by
RETURN link, event
