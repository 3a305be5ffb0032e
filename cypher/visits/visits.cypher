// name: visits.visits
// mode: relation
// parameters: within
// columns: visit, leader, community
// order: toString(visit.date) DESC, visit.id
//
// The visits to communities within a place up to `asOf`, newest first.
MATCH (community:Community)<-[:TO]-(visit:Visit)<-[:MADE]-(leader:Leader)
WHERE community.code STARTS WITH $within AND time.happened(visit)
RETURN visit, leader, community
