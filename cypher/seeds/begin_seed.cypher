// name: seeds.begin_seed
// mode: write
// parameters: name, as_of
// columns: name
//
// Mark a seed as started. Until it is completed, the graph counts as not loaded.
MERGE (seed:Seed {name: $name})
SET seed.as_of = $as_of
REMOVE seed.completed_at
RETURN seed.name AS name
