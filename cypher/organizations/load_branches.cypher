// name: organizations.load_branches
// mode: write
// parameters: rows
// columns: loaded
//
// Branches.
UNWIND $rows AS row
MERGE (branch:Entity {id: row.id})
SET branch:Organization:Branch,
    branch.name = row.name,
    branch.provenance = row.provenance
RETURN count(*) AS loaded
