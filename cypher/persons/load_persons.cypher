// name: persons.load_persons
// mode: write
// parameters: rows
// columns: loaded
//
// Persons; one of whom it is not on record whether they are retired lacks the property.
UNWIND $rows AS row
MERGE (person:Entity {id: row.id})
SET person:Person,
    person.name = row.name,
    person.retired = row.retired,
    person.provenance = row.provenance
RETURN count(*) AS loaded
