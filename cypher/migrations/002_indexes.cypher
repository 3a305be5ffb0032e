// What lists are ordered and filtered by.
CREATE INDEX community_name IF NOT EXISTS FOR (community:Community) ON (community.name);
CREATE INDEX compound_name IF NOT EXISTS FOR (compound:Compound) ON (compound.name);
CREATE INDEX department_name IF NOT EXISTS FOR (department:Department) ON (department.name);
CREATE INDEX leader_name IF NOT EXISTS FOR (leader:Leader) ON (leader.name);
CREATE INDEX person_name IF NOT EXISTS FOR (person:Person) ON (person.name);
CREATE INDEX visit_date IF NOT EXISTS FOR (visit:Visit) ON (visit.date);

// A figure belongs to its city, so its key is not unique in a graph of several cities.
CREATE INDEX figure_key IF NOT EXISTS FOR (figure:Figure) ON (figure.key);

// Names are Chinese: the cjk analyzer matches any two neighbouring characters, the standard one only whole runs.
CREATE FULLTEXT INDEX names IF NOT EXISTS
FOR (named:Place|Organization|Person|BuildingGroup) ON EACH [named.name]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
