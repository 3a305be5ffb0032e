// name: synergy.is_of_function
// mode: value
// given: deed
// parameters: value
// columns: of_function
//
// Whether the deed belongs to the function.
MATCH (deed:Deed)
RETURN deed.function = $value AS of_function
