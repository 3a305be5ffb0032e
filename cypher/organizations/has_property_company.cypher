// name: organizations.has_property_company
// mode: value
// given: compound
// parameters: value
// columns: has
//
// Whether the compound has a property company, compared with the given value.
MATCH (compound:Compound)
RETURN EXISTS {
  MATCH (compound)<-[service:SERVES]-(:PropertyCompany)
  WHERE time.holds(service)
} = $value AS has
