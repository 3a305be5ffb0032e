// name: synergy.deeds_within
// mode: relation
// parameters: within
// columns: deed
// order: toString(deed.date) DESC, deed.id
//
// The deeds of synergy bodies within a place, newest first; all deeds for an empty prefix.
MATCH (deed:Deed)
WHERE deed.id STARTS WITH $within AND time.happened(deed)
RETURN deed
