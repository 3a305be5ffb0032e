// name: synergy.deeds_of_unit
// mode: relation
// given: unit
// columns: deed
// order: toString(deed.date) DESC, deed.id
//
// The deeds that the unit took part in, newest first.
MATCH (unit:Organization)-[:TOOK_PART_IN]->(deed:Deed)
WHERE time.happened(deed)
RETURN deed
