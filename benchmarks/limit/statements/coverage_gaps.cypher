// What is shown of the communities that are not fully covered, and the names of what was found lacking.
RETURN COLLECT {
  UNWIND $codes AS code
  MATCH (community:Community {code: code})
  RETURN community {
    .code, .name,
    departments: {totalCount: COUNT {
      MATCH (community)<-[pairing:PAIRED_WITH]-(:Department)
      WHERE pairing.since <= $as_of AND (pairing.until IS NULL OR $as_of < pairing.until)
    }},
    leaders: {totalCount: COUNT {
      MATCH (community)<-[pairing:PAIRED_WITH]-(:Leader)
      WHERE pairing.since <= $as_of AND (pairing.until IS NULL OR $as_of < pairing.until)
    }}
  }
} AS communities, COLLECT {
  UNWIND $subjects AS subject
  MATCH (entity:Entity {id: subject})
  RETURN [entity.id, entity.name]
} AS names
