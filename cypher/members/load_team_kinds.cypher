// name: members.load_team_kinds
// mode: write
// parameters: rows
// columns: loaded
//
// Kinds of volunteer team.
UNWIND $rows AS row
MERGE (kind:Entity {id: row.id})
SET kind:TeamKind,
    kind.name = row.name,
    kind.provenance = row.provenance
RETURN count(*) AS loaded
