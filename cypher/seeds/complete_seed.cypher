// name: seeds.complete_seed
// mode: write
// parameters: name, mark
// columns: name
//
// Mark a seed as completely loaded. The mark is the version of a graph that holds nothing else, otherwise null.
MATCH (seed:Seed {name: $name})
SET seed.completed_at = datetime(),
    seed.mark = $mark
RETURN seed.name AS name
