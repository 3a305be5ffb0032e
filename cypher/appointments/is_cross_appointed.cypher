// name: appointments.is_cross_appointed
// mode: value
// given: compound
// parameters: value
// columns: cross_appointed
//
// Whether anybody at the compound is cross-appointed (or nobody, as asked).
MATCH (compound:Compound)
RETURN (size(appointments.crossings(compound)) > 0) = $value AS cross_appointed
