// name: conferences.liaison_office
// mode: relation
// given: conference
// columns: department, liaison
// order: liaison.since, department.code
//
// The department that is the liaison office of the conference; the earliest, if there are several.
MATCH (conference:Conference)<-[liaison:LIAISON_OF]-(department:Department)
WHERE time.holds(liaison)
RETURN department, liaison
