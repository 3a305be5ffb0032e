// name: members.load_members
// mode: write
// parameters: rows
// columns: loaded
//
// In-service members and where they work. A row that was corrected to another organization moves the relation.
UNWIND $rows AS row
MATCH (organization:PartyOrganization {id: row.organization})
MERGE (member:Member {id: row.id})
WITH row, member, organization
CALL (row, member, organization) {
  MATCH (member)-[moved:WORKS_IN]->(other)
  WHERE other <> organization
  DELETE moved
}
MERGE (member)-[work:WORKS_IN {id: row.id + '-1'}]->(organization)
SET work.since = row.employed
RETURN count(*) AS loaded
