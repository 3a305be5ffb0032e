// Whatever is looked for is the beginning of a spelling: a whole word, so that neither letters nor ideographs are divided.
CREATE FULLTEXT INDEX spellings IF NOT EXISTS
FOR (spelled:Place|Organization|Person|BuildingGroup|Issue) ON EACH [spelled.spellings, spelled.id]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
DROP INDEX names IF EXISTS;
