// name: synergy.units_of_deed
// mode: relation
// given: deed
// columns: actor
// order: actor.id
//
// The units that took part in the deed.
MATCH (deed:Deed)<-[:TOOK_PART_IN]-(actor:Organization)
RETURN actor
