// name: appointments.is_cross_appointed
// mode: value
// given: compound
// parameters: value
// columns: cross_appointed
//
// Whether the compound has a cross-appointment, compared with the given value.
MATCH (compound:Compound)
RETURN (size(appointments.crossings(compound)) > 0) = $value AS cross_appointed
