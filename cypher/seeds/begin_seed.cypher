// name: seeds.begin_seed
// mode: write
// parameters: name, as_of, follows_today, mark
// columns: name
//
// Mark a seed as started. Until it is completed, the graph counts as not loaded. The date of completion is set and
// removed at once: Neo4j counts a property's first use as a change of the graph, which would come after the mark.
MERGE (seed:Seed {name: $name})
SET seed.as_of = $as_of,
    seed.follows_today = $follows_today,
    seed.mark = $mark,
    seed.completed_at = datetime()
REMOVE seed.completed_at
RETURN seed.name AS name
