// In-service members, those they help, and what they did: none of these is an Entity, so that nothing gives them out.
CREATE CONSTRAINT member_id IF NOT EXISTS FOR (member:Member) REQUIRE member.id IS UNIQUE;
CREATE CONSTRAINT person_in_difficulty_id IF NOT EXISTS FOR (person:PersonInDifficulty) REQUIRE person.id IS UNIQUE;
CREATE CONSTRAINT service_record_id IF NOT EXISTS FOR (record:ServiceRecord) REQUIRE record.id IS UNIQUE;

// Kinds, and organizations, are listed by the beginning of their ids.
CREATE CONSTRAINT post_kind_id IF NOT EXISTS FOR (kind:PostKind) REQUIRE kind.id IS UNIQUE;
CREATE CONSTRAINT team_kind_id IF NOT EXISTS FOR (kind:TeamKind) REQUIRE kind.id IS UNIQUE;
CREATE CONSTRAINT zone_kind_id IF NOT EXISTS FOR (kind:ZoneKind) REQUIRE kind.id IS UNIQUE;
CREATE CONSTRAINT party_organization_id IF NOT EXISTS
FOR (organization:PartyOrganization) REQUIRE organization.id IS UNIQUE;

CREATE CONSTRAINT offers_id IF NOT EXISTS FOR ()-[offer:OFFERS]-() REQUIRE offer.id IS UNIQUE;
CREATE CONSTRAINT lies_in_id IF NOT EXISTS FOR ()-[place:LIES_IN]-() REQUIRE place.id IS UNIQUE;
CREATE CONSTRAINT works_in_id IF NOT EXISTS FOR ()-[work:WORKS_IN]-() REQUIRE work.id IS UNIQUE;
CREATE CONSTRAINT chose_id IF NOT EXISTS FOR ()-[choice:CHOSE]-() REQUIRE choice.id IS UNIQUE;
CREATE CONSTRAINT joined_id IF NOT EXISTS FOR ()-[joining:JOINED]-() REQUIRE joining.id IS UNIQUE;
CREATE CONSTRAINT tends_id IF NOT EXISTS FOR ()-[tending:TENDS]-() REQUIRE tending.id IS UNIQUE;
CREATE CONSTRAINT registered_in_id IF NOT EXISTS
FOR ()-[registration:REGISTERED_IN]-() REQUIRE registration.id IS UNIQUE;
CREATE CONSTRAINT gave_feedback_id IF NOT EXISTS FOR ()-[feedback:GAVE_FEEDBACK]-() REQUIRE feedback.id IS UNIQUE;
CREATE CONSTRAINT on_record_in_id IF NOT EXISTS FOR ()-[record:ON_RECORD_IN]-() REQUIRE record.id IS UNIQUE;
CREATE CONSTRAINT helps_id IF NOT EXISTS FOR ()-[pairing:HELPS]-() REQUIRE pairing.id IS UNIQUE;
