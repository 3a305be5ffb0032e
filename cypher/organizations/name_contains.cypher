// name: organizations.name_contains
// mode: value
// given: organization
// columns: contains
//
// Whether the name of the organization contains the text, written in whatever form.
MATCH (organization:Organization)
RETURN nodes.name_contains(organization) AS contains
