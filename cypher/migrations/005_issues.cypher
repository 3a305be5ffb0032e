// Issues are found by their code, escalations by the place that their id begins with.
CREATE CONSTRAINT issue_code IF NOT EXISTS FOR (issue:Issue) REQUIRE issue.code IS UNIQUE;
CREATE INDEX escalation_id IF NOT EXISTS FOR (escalation:Escalation) ON (escalation.id);
