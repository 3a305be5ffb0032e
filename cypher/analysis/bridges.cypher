// name: analysis.bridges
// mode: relation
// parameters: bridges
// columns: bridge, person
// order: bridge.betweenness DESC, bridge.body_count DESC, person.id
//
// The persons who link organizations, passed in as a list of maps.
UNWIND $bridges AS bridge
MATCH (person:Person&Entity {id: bridge.person})
RETURN bridge, person
