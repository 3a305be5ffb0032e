// name: visits.of_community
// mode: relation
// given: community
// columns: visit, leader
// order: toString(visit.date) DESC, visit.id
//
// The visits to the community up to `asOf`, newest first.
MATCH (community:Community)<-[:TO]-(visit:Visit)<-[:MADE]-(leader:Leader)
WHERE time.happened(visit)
RETURN visit, leader
