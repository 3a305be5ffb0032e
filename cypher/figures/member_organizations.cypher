// name: figures.member_organizations
// mode: value
// given: city
// columns: value
//
// The number of Party organizations in which the in-service members who have chosen a post work.
MATCH (city:City)
RETURN COUNT {
  MATCH (organization:PartyOrganization)
  WHERE organization.id STARTS WITH city.code AND EXISTS {
    MATCH (organization)<-[work:WORKS_IN]-(member:Member)
    WHERE time.holds(work) AND members.has_chosen(member)
  }
} AS value
