// name: export.exists
// mode: value
// given: entity
// parameters: every
// columns: exists
//
// Whether an object exists by `asOf`, or `every` object is exported.
MATCH (entity:Entity)
RETURN $every OR CASE
  WHEN entity:Document THEN conferences.document_exists(entity)
  WHEN entity:Issue THEN issues.exists(entity)
  WHEN entity:Branch OR entity:OwnersCommittee OR entity:Conference OR entity:SynergyBody OR entity:VolunteerTeam
    THEN organizations.exists(entity)
  WHEN entity:BuildingGroup THEN building_groups.exists(entity)
  WHEN entity:ResponsibilityZone THEN members.zone_exists(entity)
  WHEN entity:Evaluation THEN EXISTS {
    MATCH (entity)<-[:SCORED]-(evaluation_round:EvaluationRound)
    WHERE time.happened(evaluation_round)
  }
  WHEN entity:Criterion THEN EXISTS {
    MATCH (entity)-[applying:APPLIES_IN]->(:City)
    WHERE time.began(applying)
  }
  ELSE time.happened(entity)
END AS exists
