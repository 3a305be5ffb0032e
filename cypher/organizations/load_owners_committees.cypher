// name: organizations.load_owners_committees
// mode: write
// parameters: rows
// columns: loaded
//
// Owners' committees.
UNWIND $rows AS row
MERGE (committee:Entity {id: row.id})
SET committee:Organization:OwnersCommittee,
    committee.name = row.name,
    committee.provenance = row.provenance
RETURN count(*) AS loaded
