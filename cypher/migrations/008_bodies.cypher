// Persons and bodies of a city are found by the beginning of their ids.
CREATE INDEX person_id IF NOT EXISTS FOR (person:Person) ON (person.id);
CREATE INDEX organization_id IF NOT EXISTS FOR (organization:Organization) ON (organization.id);
