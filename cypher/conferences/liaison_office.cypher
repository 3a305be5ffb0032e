// name: conferences.liaison_office
// mode: relation
// given: conference
// columns: department, liaison
// order: liaison.since, department.code
//
// The department that holds the liaison office of the conference; the earliest, should there be several.
MATCH (conference:Conference)<-[liaison:LIAISON_OF]-(department:Department)
WHERE time.holds(liaison)
RETURN department, liaison
