// name: members.load_post_kinds
// mode: write
// parameters: rows
// columns: loaded
//
// Kinds of voluntary post.
UNWIND $rows AS row
MERGE (kind:Entity {id: row.id})
SET kind:PostKind,
    kind.name = row.name,
    kind.provenance = row.provenance
RETURN count(*) AS loaded
