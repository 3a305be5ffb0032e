// name: organizations.property_companies
// mode: relation
// parameters: within
// columns: property_company
// order: property_company.id
//
// The property companies of a city; below it, those that serve a compound within the place.
MATCH (property_company:PropertyCompany)
WHERE property_company.id STARTS WITH left($within, 6) AND organizations.lies_within(property_company)
RETURN property_company
