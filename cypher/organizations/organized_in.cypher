// name: organizations.organized_in
// mode: relation
// given: party_organization
// columns: node, organizing
// order: organizing.since, node.id
//
// The place or body that the Party organization is of; the earliest, should there be several.
MATCH (party_organization:PartyOrganization)-[organizing:ORGANIZED_IN]->(node:Entity)
WHERE time.holds(organizing)
RETURN node, organizing
