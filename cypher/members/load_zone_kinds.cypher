// name: members.load_zone_kinds
// mode: write
// parameters: rows
// columns: loaded
//
// Kinds of responsibility zone.
UNWIND $rows AS row
MERGE (kind:Entity {id: row.id})
SET kind:ZoneKind,
    kind.name = row.name,
    kind.provenance = row.provenance
RETURN count(*) AS loaded
