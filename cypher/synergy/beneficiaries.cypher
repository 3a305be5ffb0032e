// name: synergy.beneficiaries
// mode: value
// given: deed
// columns: people
//
// How many people the deed was for, if they were counted and at least five: fewer could be told apart.
MATCH (deed:Deed)
RETURN CASE WHEN deed.beneficiaries >= 5 THEN deed.beneficiaries END AS people
