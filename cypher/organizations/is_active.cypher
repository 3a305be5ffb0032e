// name: organizations.is_active
// mode: value
// given: organization
// columns: is_active
//
// Whether the organization exists on `asOf`: an organization of a place while it serves one, and any other always.
MATCH (organization:Organization)
RETURN (NOT organization:Branch|OwnersCommittee|SynergyBody|Conference|VolunteerTeam OR EXISTS {
  MATCH (organization)-[service:SERVES]->(:Place)
  WHERE time.holds(service)
}) AS is_active
