// name: organizations.is_of_type
// mode: value
// given: organization
// parameters: value
// columns: of_type
//
// Whether the organization has one of the labels.
MATCH (organization:Organization)
RETURN any(label IN labels(organization) WHERE label IN $value) AS of_type
