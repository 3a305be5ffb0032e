// Organizations of a type, and contributions, are listed by the beginning of their ids.
CREATE INDEX branch_id IF NOT EXISTS FOR (branch:Branch) ON (branch.id);
CREATE INDEX property_company_id IF NOT EXISTS FOR (company:PropertyCompany) ON (company.id);
CREATE INDEX unit_id IF NOT EXISTS FOR (unit:Unit) ON (unit.id);
CREATE INDEX contribution_id IF NOT EXISTS FOR (contribution:Contribution) ON (contribution.id);
