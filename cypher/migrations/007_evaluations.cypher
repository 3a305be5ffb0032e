// Criteria of the yearly evaluation apply in a city from a day on, and until a day.
CREATE CONSTRAINT applies_in_id IF NOT EXISTS FOR ()-[applying:APPLIES_IN]-() REQUIRE applying.id IS UNIQUE;
