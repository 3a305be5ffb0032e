// name: organizations.has_property_company
// mode: value
// given: compound
// parameters: value
// columns: has
//
// Whether the compound has a property company (or has none, as asked).
MATCH (compound:Compound)
RETURN EXISTS {
  MATCH (compound)<-[service:SERVES]-(:PropertyCompany)
  WHERE time.holds(service)
} = $value AS has
