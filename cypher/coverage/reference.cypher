// name: coverage.reference
// mode: value
// given: actor
// columns: reference
//
// A person or organization as evidence: its type and ID.
MATCH (actor:Person|Organization)
RETURN [CASE
  WHEN actor:Leader THEN 'Leader'
  WHEN actor:Person THEN 'Person'
  ELSE head([label IN labels(actor) WHERE NOT label IN ['Entity', 'Organization']])
END, actor.id] AS reference
