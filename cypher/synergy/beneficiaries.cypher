// name: synergy.beneficiaries
// mode: value
// given: deed
// columns: people
//
// The number of people who benefited from the deed. Null if it was not counted, or if it is less than five: so few
// could be identified.
MATCH (deed:Deed)
RETURN CASE WHEN deed.beneficiaries >= 5 THEN deed.beneficiaries END AS people
