// name: coverage.name
// mode: value
// given: thing
// columns: name
//
// How findings call a thing: by its name, or by its id where that is missing or blank; never null.
MATCH (thing:Entity)
RETURN coalesce(chains.named(thing), thing.id) AS name
