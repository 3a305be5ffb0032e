// Organizations stationed in communities, and the Party organizations of places and bodies.
CREATE CONSTRAINT stationed_in_id IF NOT EXISTS FOR ()-[stationing:STATIONED_IN]-() REQUIRE stationing.id IS UNIQUE;
CREATE CONSTRAINT organized_in_id IF NOT EXISTS FOR ()-[organizing:ORGANIZED_IN]-() REQUIRE organizing.id IS UNIQUE;
