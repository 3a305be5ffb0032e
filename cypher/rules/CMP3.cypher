// name: rules.CMP3
// mode: rule
// subject: Compound
// obligation: SHOULD
// window: none
// title: At least one person is cross-appointed
// title_zh: 小区有交叉任职
// required: at least 1 cross-appointment
// required_zh: 至少1项交叉任职
// observed: {value cross-appointment|cross-appointments}
// observed_zh: {value}项交叉任职
// unit: CROSS_APPOINTMENTS
// minimum: 1
// turned_by: SERVES:Branch, SERVES:PropertyCompany, SERVES:OwnersCommittee, SERVES:Branch/HOLDS, SERVES:PropertyCompany/HOLDS, SERVES:OwnersCommittee/HOLDS
// evidence: CrossAppointment
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to a compound with a branch. Passes if there is at least one cross-appointment. Evidence: the
// cross-appointments.
MATCH (compound:Compound)
WHERE compound.code STARTS WITH $within
WITH compound, coverage.has_branch(compound) AS applies, COLLECT {
  UNWIND appointments.crossings(compound) AS crossing
  WITH crossing.person AS person, crossing.channel AS channel
  RETURN ['CrossAppointment', appointments.cross_appointment_key(compound, person, channel)] AS reference
  ORDER BY person.id, channel
} AS crossings
RETURN compound.id AS subject, compound.code AS place,
  CASE WHEN NOT applies THEN 'NOT_APPLICABLE' WHEN crossings <> [] THEN 'PASS' ELSE 'FAIL' END AS result,
  CASE WHEN applies THEN {value: size(crossings)} END AS observed,
  crossings AS evidence
