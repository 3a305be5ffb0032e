// name: organizations.organizations
// mode: relation
// parameters: within
// columns: organization
// order: organization.id
//
// The organizations within a place: as for the organizations of persons, and departments where they are paired, all others
// where they are stationed. Those that belong to a place only while they serve one.
MATCH (organization:Organization)
WHERE organization.id STARTS WITH left($within, 6) AND organizations.is_active(organization)
  AND (organizations.lies_within(organization) OR EXISTS {
    MATCH (organization)-[link:PAIRED_WITH|STATIONED_IN]->(community:Community)
    WHERE time.holds(link) AND community.code STARTS WITH $within
  })
RETURN organization
