// name: organizations.property_company_compounds
// mode: relation
// given: property_company
// columns: compound
// order: compound.code
//
// The compounds that the property company serves.
MATCH (property_company:PropertyCompany)-[service:SERVES]->(compound:Compound)
WHERE time.holds(service)
WITH DISTINCT compound
RETURN compound
