// name: synergy.is_of_kind
// mode: value
// given: contribution
// parameters: value
// columns: of_kind
//
// Whether the contribution is of the kind.
MATCH (contribution:Contribution)
RETURN contribution.kind = $value AS of_kind
