// name: organizations.compound_property_company
// mode: relation
// given: compound
// columns: property_company, service
// order: service.since, property_company.id
//
// The property company of the compound; the earliest, if there are several.
MATCH (compound:Compound)<-[service:SERVES]-(property_company:PropertyCompany)
WHERE time.holds(service)
RETURN property_company, service
