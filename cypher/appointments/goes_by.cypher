// name: appointments.goes_by
// mode: value
// given: channel
// parameters: value
// columns: goes
//
// Whether the cross-appointment has one of the channels.
UNWIND ['BRANCH_TO_OWNERS_COMMITTEE', 'PROPERTY_TO_BRANCH'] AS channel
RETURN channel IN $value AS goes
