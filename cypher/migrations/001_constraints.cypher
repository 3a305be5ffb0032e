// Every id and code is unique: MERGE finds its node by an index, and two writers can't both create it.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (entity:Entity) REQUIRE entity.id IS UNIQUE;
CREATE CONSTRAINT central_household_id IF NOT EXISTS FOR (household:CentralHousehold) REQUIRE household.id IS UNIQUE;

// A place is found by its code whether its level is known or not.
CREATE CONSTRAINT place_code IF NOT EXISTS FOR (place:Place) REQUIRE place.code IS UNIQUE;
CREATE CONSTRAINT city_code IF NOT EXISTS FOR (city:City) REQUIRE city.code IS UNIQUE;
CREATE CONSTRAINT subdistrict_code IF NOT EXISTS FOR (subdistrict:Subdistrict) REQUIRE subdistrict.code IS UNIQUE;
CREATE CONSTRAINT community_code IF NOT EXISTS FOR (community:Community) REQUIRE community.code IS UNIQUE;
CREATE CONSTRAINT compound_code IF NOT EXISTS FOR (compound:Compound) REQUIRE compound.code IS UNIQUE;
CREATE CONSTRAINT building_code IF NOT EXISTS FOR (building:Building) REQUIRE building.code IS UNIQUE;
CREATE CONSTRAINT department_code IF NOT EXISTS FOR (department:Department) REQUIRE department.code IS UNIQUE;
CREATE CONSTRAINT leader_code IF NOT EXISTS FOR (leader:Leader) REQUIRE leader.code IS UNIQUE;

// A dated relation is an object of its own (a pairing, an appointment), so its id is unique in its type.
CREATE CONSTRAINT paired_with_id IF NOT EXISTS FOR ()-[pairing:PAIRED_WITH]-() REQUIRE pairing.id IS UNIQUE;
CREATE CONSTRAINT supervises_id IF NOT EXISTS FOR ()-[supervision:SUPERVISES]-() REQUIRE supervision.id IS UNIQUE;
CREATE CONSTRAINT holds_id IF NOT EXISTS FOR ()-[appointment:HOLDS]-() REQUIRE appointment.id IS UNIQUE;
CREATE CONSTRAINT serves_id IF NOT EXISTS FOR ()-[service:SERVES]-() REQUIRE service.id IS UNIQUE;
CREATE CONSTRAINT founded_on_id IF NOT EXISTS FOR ()-[founding:FOUNDED_ON]-() REQUIRE founding.id IS UNIQUE;
CREATE CONSTRAINT formed_in_id IF NOT EXISTS FOR ()-[formation:FORMED_IN]-() REQUIRE formation.id IS UNIQUE;
CREATE CONSTRAINT covers_id IF NOT EXISTS FOR ()-[covering:COVERS]-() REQUIRE covering.id IS UNIQUE;
CREATE CONSTRAINT leads_id IF NOT EXISTS FOR ()-[leading:LEADS]-() REQUIRE leading.id IS UNIQUE;
CREATE CONSTRAINT hosts_id IF NOT EXISTS FOR ()-[hosting:HOSTS]-() REQUIRE hosting.id IS UNIQUE;
CREATE CONSTRAINT heads_id IF NOT EXISTS FOR ()-[heading:HEADS]-() REQUIRE heading.id IS UNIQUE;

// What was loaded, and as of which day.
CREATE CONSTRAINT seed_name IF NOT EXISTS FOR (seed:Seed) REQUIRE seed.name IS UNIQUE;
