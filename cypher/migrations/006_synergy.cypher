// Member units of synergy bodies; bodies, deeds and building groups are found by the place that their ids begin with.
CREATE CONSTRAINT member_of_id IF NOT EXISTS FOR ()-[membership:MEMBER_OF]-() REQUIRE membership.id IS UNIQUE;
CREATE INDEX synergy_body_id IF NOT EXISTS FOR (synergy_body:SynergyBody) ON (synergy_body.id);
CREATE INDEX deed_id IF NOT EXISTS FOR (deed:Deed) ON (deed.id);
CREATE INDEX building_group_id IF NOT EXISTS FOR (building_group:BuildingGroup) ON (building_group.id);
