// name: rules.SUB2
// mode: rule
// subject: Subdistrict
// obligation: SHOULD
// window: HALF_YEAR
// title: Its conference invites every category of participant
// title_zh: 街道联席会邀请各类参会单位
// required: a linked leader, a stationed unit, a delegate or committee member, an enterprise, a social organization
// turned_by: SERVES:Conference
// evidence: Actor
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to a subdistrict that had a conference on the first day of the half-year, if that conference met in the
// half-year. Passes if at least one invitee of each category attended at least one of the meetings. Evidence: the
// invitees who attended.
MATCH (subdistrict:Subdistrict)
WHERE subdistrict.code STARTS WITH $within
WITH subdistrict, coverage.conference(subdistrict) AS held
WITH subdistrict, held.conference AS conference, held.service AS service
WITH subdistrict, coverage.held_before(service) AND coverage.meetings_held(conference) <> [] AS applies,
  coverage.invitees_who_came(conference) AS guests
WITH subdistrict, applies, guests, coverage.categories_missed(guests) AS missed
RETURN subdistrict.id AS subject, subdistrict.code AS place,
  CASE WHEN NOT applies THEN 'NOT_APPLICABLE' WHEN missed = [] THEN 'PASS' ELSE 'FAIL' END AS result,
  CASE WHEN NOT applies THEN null WHEN missed = [] THEN 'all categories' ELSE coverage.listed(missed) END AS observed,
  CASE WHEN applies THEN COLLECT {
    UNWIND guests AS guest
    WITH DISTINCT guest.actor AS actor
    RETURN coverage.reference(actor) AS reference ORDER BY actor.id
  } ELSE [] END AS evidence
