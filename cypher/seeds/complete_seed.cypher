// name: seeds.complete_seed
// mode: write
// parameters: name
// columns: name
//
// Mark a seed as completely loaded.
MATCH (seed:Seed {name: $name})
SET seed.completed_at = datetime()
RETURN seed.name AS name
