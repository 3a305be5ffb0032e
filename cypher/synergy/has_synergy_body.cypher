// name: synergy.has_synergy_body
// mode: value
// given: community
// parameters: value
// columns: has
//
// Whether the community has a synergy body, compared with the given value.
MATCH (community:Community)
RETURN EXISTS {
  MATCH (community)<-[service:SERVES]-(:SynergyBody)
  WHERE time.holds(service)
} = $value AS has
