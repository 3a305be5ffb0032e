// name: coverage.name
// mode: value
// given: thing
// columns: name
//
// The name of an object in findings; its ID if the name is missing or blank. Never null.
MATCH (thing:Entity)
RETURN coalesce(chains.named(thing), thing.id) AS name
