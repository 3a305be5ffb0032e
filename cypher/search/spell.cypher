// name: search.spell
// mode: write
// parameters: rows
// columns: spelled
//
// Spellings of names and codes, with the name and the version that they were made of.
UNWIND $rows AS row
MATCH (node:Entity {id: row.id})
SET node.spellings = row.spellings,
    node.spelled = row.spelled
RETURN count(*) AS spelled
