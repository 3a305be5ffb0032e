// Joint conferences: their relations, and the meetings of a period.
CREATE CONSTRAINT liaison_of_id IF NOT EXISTS FOR ()-[liaison:LIAISON_OF]-() REQUIRE liaison.id IS UNIQUE;
CREATE CONSTRAINT belongs_to_id IF NOT EXISTS FOR ()-[membership:BELONGS_TO]-() REQUIRE membership.id IS UNIQUE;
CREATE CONSTRAINT invited_to_id IF NOT EXISTS FOR ()-[invitation:INVITED_TO]-() REQUIRE invitation.id IS UNIQUE;
CREATE INDEX meeting_date IF NOT EXISTS FOR (meeting:Meeting) ON (meeting.date);
