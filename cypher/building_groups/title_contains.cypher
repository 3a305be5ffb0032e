// name: building_groups.title_contains
// mode: value
// given: matter
// parameters: value
// columns: matches
//
// Whether the title of the matter contains the text, compared as in names.
MATCH (matter:SettledMatter)
RETURN search.folded(matter.title) CONTAINS search.folded($value) AS matches
