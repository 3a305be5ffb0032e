// name: appointments.crossings_within
// mode: value
// parameters: within
// columns: crossings
//
// The cross-appointments of all compounds within a place, each with its compound.
RETURN COLLECT {
  MATCH (compound:Compound)
  WHERE compound.code STARTS WITH $within
  UNWIND appointments.crossings(compound) AS crossing
  RETURN crossing { .*, compound: compound }
} AS crossings
