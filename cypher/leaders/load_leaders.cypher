// name: leaders.load_leaders
// mode: write
// parameters: rows
// columns: loaded
//
// Leaders: a leader is a person, so the node has both labels.
UNWIND $rows AS row
MERGE (leader:Entity {id: row.code})
SET leader:Person:Leader,
    leader.code = row.code,
    leader.name = row.name,
    leader.title = row.title,
    leader.body = row.body,
    leader.retired = row.retired,
    leader.provenance = row.provenance
RETURN count(*) AS loaded
