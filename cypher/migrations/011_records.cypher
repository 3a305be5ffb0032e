// The latest deed shows whether anything has been recorded lately.
CREATE INDEX deed_date IF NOT EXISTS FOR (deed:Deed) ON (deed.date);
