// Issues: found by their code, and escalations by the place that their id begins with.
CREATE CONSTRAINT issue_code IF NOT EXISTS FOR (issue:Issue) REQUIRE issue.code IS UNIQUE;
CREATE INDEX escalation_id IF NOT EXISTS FOR (escalation:Escalation) ON (escalation.id);
CREATE INDEX escalation_date IF NOT EXISTS FOR (escalation:Escalation) ON (escalation.date);
