// name: places.community_compounds
// mode: relation
// given: community
// columns: compound
// order: compound.code
//
// The compounds of the community.
MATCH (community:Community)<-[:PART_OF]-(compound:Compound)
RETURN compound
