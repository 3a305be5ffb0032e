// name: building_groups.load_central_households
// mode: write
// parameters: rows
// columns: loaded
//
// Central households: an office that is counted, so it has neither name nor address.
UNWIND $rows AS row
MERGE (household:CentralHousehold {id: row.id})
SET household:Household,
    household.provenance = row.provenance
RETURN count(*) AS loaded
