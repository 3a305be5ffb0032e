// name: rules.CMP2
// mode: rule
// subject: Compound
// obligation: SHOULD
// window: none
// title: All three parties exist
// title_zh: 党支部、物业、业委会齐全
// required: a branch, a property company and an owners' committee
// required_zh: 党支部、物业公司、业委会齐全
// observed_all: all three parties
// observed_all_zh: 三方齐全
// observed_no_branch: no branch
// observed_no_branch_zh: 无党支部
// observed_no_property_company: no property company
// observed_no_property_company_zh: 无物业公司
// observed_no_owners_committee: no owners' committee
// observed_no_owners_committee_zh: 无业委会
// turned_by: SERVES:Branch, SERVES:PropertyCompany, SERVES:OwnersCommittee
// evidence: Branch, PropertyCompany, OwnersCommittee
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to every compound. Passes if the branch, the property company and the owners' committee all exist. Evidence:
// the existing parties, in that order.
MATCH (compound:Compound)
WHERE compound.code STARTS WITH $within
WITH compound, coverage.branches(compound) AS branches, COLLECT {
  MATCH (compound)<-[service:SERVES]-(company:PropertyCompany)
  WHERE time.holds(service) AND organizations.service_stands(service, company, compound)
  RETURN ['PropertyCompany', company.id] AS reference ORDER BY service.since, company.id
} AS companies, COLLECT {
  MATCH (compound)<-[service:SERVES]-(committee:OwnersCommittee)
  WHERE time.holds(service) AND organizations.service_stands(service, committee, compound)
  RETURN ['OwnersCommittee', committee.id] AS reference ORDER BY service.since, committee.id
} AS committees
WITH compound, branches + companies + committees AS parties,
  [party IN [['no_branch', branches], ['no_property_company', companies], ['no_owners_committee', committees]]
   WHERE party[1] = [] | {form: party[0]}] AS missing
RETURN compound.id AS subject, compound.code AS place,
  CASE WHEN missing = [] THEN 'PASS' ELSE 'FAIL' END AS result,
  CASE WHEN missing = [] THEN {form: 'all'} ELSE missing END AS observed,
  parties AS evidence
