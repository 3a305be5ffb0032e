// name: organizations.organized_in
// mode: relation
// given: party_organization
// columns: node, organizing
// order: organizing.since, node.id
//
// The place or organization that the Party organization belongs to; the earliest, if there are several.
MATCH (party_organization:PartyOrganization)-[organizing:ORGANIZED_IN]->(node:Entity)
WHERE time.holds(organizing)
RETURN node, organizing
