// name: synergy.serves_one_of
// mode: value
// given: membership
// parameters: value
// columns: serves
//
// Whether the member unit serves one of the functions in the body.
MATCH (:Organization)-[membership:MEMBER_OF]->(:SynergyBody)
RETURN any(function IN $value WHERE function IN membership.functions) AS serves
