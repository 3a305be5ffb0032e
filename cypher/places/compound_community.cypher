// name: places.compound_community
// mode: relation
// given: compound
// columns: community
//
// The community that the compound belongs to.
MATCH (compound:Compound)-[:PART_OF]->(community:Community)
RETURN community
