// name: coverage.cause
// mode: relation
// given: change
// columns: link, event
// history: first, second, third
// order: event.steps, event.on DESC, link.id
//
// The relation whose start or end changed the result of a finding. Candidates are the relations at the end of the
// rule's paths from the subject that started or ended after the earlier date and by the later one. The nearest to the
// subject is taken, and of these the latest.
UNWIND [{}] AS change
MATCH (subject:Entity {id: change.subject[1]})
UNWIND change.turned_by AS way
MATCH (subject)-[first]-(one)
WHERE type(first) = way[0][0] AND (way[0][1] IS NULL OR way[0][1] IN labels(one))
OPTIONAL MATCH (one)-[second]-(two)
WHERE second <> first AND type(second) = way[1][0] AND (way[1][1] IS NULL OR way[1][1] IN labels(two))
OPTIONAL MATCH (two)-[third]-(three)
WHERE third <> second AND type(third) = way[2][0]
  AND (way[2][1] IS NULL OR way[2][1] IN labels(three))
WITH change, size(way) AS steps, [first, second, third][size(way) - 1] AS link
WITH link, {
  relation: type(link), steps: steps,
  began: date(change.from) < link.since AND link.since <= date(change.until),
  on: CASE WHEN date(change.from) < link.until AND link.until <= date(change.until) THEN link.until ELSE link.since END
} AS event
WHERE date(change.from) < event.on AND event.on <= date(change.until)
RETURN link, event
