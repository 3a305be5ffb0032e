"""The statement of each relation. Each takes `$keys` and `$on` and gives rows of `key` and `value`, in the answer's order."""

from __future__ import annotations


def _in_force(*names: str) -> str:
    return " AND ".join(f"{name}.since <= $on AND ({name}.until IS NULL OR $on < {name}.until)" for name in names)


_BY_CODE = "UNWIND $keys AS key MATCH (found:{label} {{code: key}}) RETURN key, found {{ .* }} AS value"

_SEATS = f"""
UNWIND $keys AS key
MATCH (:Organization {{id: key}})<-[seat:HOLDS]-(person:Person)
WHERE {_in_force("seat")}
RETURN key, {{seat: seat {{ .role, .since, .until }}, person: person {{ .id, .name }}}} AS value ORDER BY seat.id
"""

_SERVING = """
UNWIND $keys AS key
MATCH (:Compound {{code: key}})<-[service:SERVES]-(body:{label})
WHERE {in_force}
RETURN key, body {{ .id, .name }} AS value ORDER BY service.since, body.id
"""

_SUPERVISORS = f"""
UNWIND $keys AS key
MATCH (:Department {{code: key}})<-[supervision:SUPERVISES]-(leader:Leader)
WHERE {_in_force("supervision")}
RETURN key, leader {{ .id, .code, .name, .title }} AS value ORDER BY supervision.since, leader.code
"""

_CROSSINGS = f"""
UNWIND $keys AS key
MATCH (compound:Compound)<-[branch_service:SERVES]-(branch:Branch)<-[branch_seat:HOLDS]-(person:Person)
WHERE compound.code STARTS WITH key AND {_in_force("branch_service", "branch_seat")}
  AND branch_seat.role IN ['SECRETARY', 'DEPUTY_SECRETARY', 'COMMITTEE_MEMBER']
MATCH (person)-[seat:HOLDS]->(other:OwnersCommittee|PropertyCompany)-[service:SERVES]->(compound)
WHERE {_in_force("seat", "service")}
  AND (other:OwnersCommittee OR seat.role IN ['QUALITY_SUPERVISOR', 'PARTY_HEAD'])
// A seat that overlaps an earlier one of the person in the same body, or begins as that ends, continues it.
WITH *, CASE WHEN COUNT {{ (person)-[:HOLDS]->() }} <= 2 THEN [] ELSE COLLECT {{
    MATCH (person)-[held:HOLDS]->(body:Branch|OwnersCommittee|PropertyCompany)
    WHERE (NOT body:Branch OR held.role IN ['SECRETARY', 'DEPUTY_SECRETARY', 'COMMITTEE_MEMBER'])
      AND (NOT body:PropertyCompany OR held.role IN ['QUALITY_SUPERVISOR', 'PARTY_HEAD'])
      AND (held.until IS NULL OR held.since < held.until)
    RETURN held ORDER BY held.since DESC, held.id DESC
  }} END AS seats
WITH *, reduce(first = branch_seat, held IN seats | CASE
    WHEN endNode(held) = branch AND [held.since, held.id] < [first.since, first.id]
      AND (held.until IS NULL OR first.since <= held.until) THEN held
    ELSE first
  END) AS branch_first,
  reduce(first = seat, held IN seats | CASE
    WHEN endNode(held) = other AND [held.since, held.id] < [first.since, first.id]
      AND (held.until IS NULL OR first.since <= held.until) THEN held
    ELSE first
  END) AS other_first
WITH *, CASE
    WHEN other:PropertyCompany AND other_first.role = 'QUALITY_SUPERVISOR' THEN 'BRANCH_TO_PROPERTY_SUPERVISOR'
    WHEN other:PropertyCompany THEN 'PROPERTY_TO_BRANCH'
    WHEN other_first.channel IN ['BRANCH_TO_OWNERS_COMMITTEE', 'OWNERS_COMMITTEE_TO_BRANCH'] THEN other_first.channel
    WHEN branch_first.channel IN ['BRANCH_TO_OWNERS_COMMITTEE', 'OWNERS_COMMITTEE_TO_BRANCH'] THEN branch_first.channel
    WHEN branch_first.since <= other_first.since THEN 'BRANCH_TO_OWNERS_COMMITTEE'
    ELSE 'OWNERS_COMMITTEE_TO_BRANCH'
  END AS channel,
  CASE WHEN branch_first.since < other_first.since THEN other_first.since ELSE branch_first.since END AS since
WITH * ORDER BY since, branch_first.id, other_first.id, branch_seat.since, branch_seat.id, seat.since, seat.id
WITH key, compound, person, channel, head(collect({{
  since: since,
  branch: branch {{ .id, .name }},
  branch_seat: branch_seat {{ .role, .since, .until }},
  other: other {{ .id, .name, type: CASE WHEN other:OwnersCommittee THEN 'OwnersCommittee' ELSE 'PropertyCompany' END }},
  seat: seat {{ .role, .since, .until }},
  heads: other:OwnersCommittee AND EXISTS {{
    MATCH (person)-[held:HOLDS]->(branch) WHERE held.role = 'SECRETARY' AND {_in_force("held")}
  }} AND EXISTS {{
    MATCH (person)-[held:HOLDS]->(other) WHERE held.role = 'DIRECTOR' AND {_in_force("held")}
  }}
}})) AS pair
RETURN key, pair {{ .*, channel: channel, compound: compound {{ .code, .name }}, person: person {{ .id, .name }} }} AS value
ORDER BY compound.code, person.id, channel
"""

RELATIONS = {
    **{
        f"{label.lower()}_by_code": _BY_CODE.format(label=label)
        for label in ("City", "Community", "Compound", "Department", "Leader")
    },
    **{
        f"{child.lower()}s_of_{parent.lower()}": f"""
            UNWIND $keys AS key
            MATCH (:{parent} {{code: key}})<-[:PART_OF]-(child:{child})
            RETURN key, child {{ .code, .name }} AS value ORDER BY child.code
        """
        for parent, child in (("City", "Subdistrict"), ("Subdistrict", "Community"), ("Community", "Compound"))
    },
    **{
        f"{parent.lower()}_of_{child.lower()}": f"""
            UNWIND $keys AS key
            MATCH (:{child} {{code: key}})-[:PART_OF]->(parent:{parent})
            RETURN key, parent {{ .code, .name }} AS value
        """
        for parent, child in (("City", "Subdistrict"), ("Subdistrict", "Community"), ("Community", "Compound"))
    },
    "branches_of_compound": _SERVING.format(label="Branch", in_force=_in_force("service")),
    "committees_of_compound": _SERVING.format(label="OwnersCommittee", in_force=_in_force("service")),
    "companies_of_compound": _SERVING.format(label="PropertyCompany", in_force=_in_force("service")),
    "conferences_of_compound": _SERVING.format(label="Conference", in_force=_in_force("service")),
    "seats_of_body": _SEATS,
    "founders_of_branch": f"""
        UNWIND $keys AS key
        MATCH (:Entity&Branch {{id: key}})-[founding:FOUNDED_ON]->(body:OwnersCommittee|PropertyCompany)
        WHERE {_in_force("founding")}
        RETURN key, body {{
          .id, .name, type: CASE WHEN body:OwnersCommittee THEN 'OwnersCommittee' ELSE 'PropertyCompany' END
        }} AS value ORDER BY founding.since, body.id
    """,
    "compounds_of_company": f"""
        UNWIND $keys AS key
        MATCH (:Entity&PropertyCompany {{id: key}})-[service:SERVES]->(compound:Compound)
        WHERE {_in_force("service")}
        RETURN key, compound {{ .code, .name }} AS value ORDER BY compound.code
    """,
    "crossings": _CROSSINGS,
    "groups_of_compound": f"""
        UNWIND $keys AS key
        MATCH (:Compound {{code: key}})<-[formation:FORMED_IN]-(group:BuildingGroup)
        WHERE {_in_force("formation")}
        RETURN key, group {{ .id, .name, .feature }} AS value ORDER BY group.id
    """,
    "leaders_of_group": f"""
        UNWIND $keys AS key
        MATCH (:BuildingGroup {{id: key}})<-[lead:LEADS]-(person:Person)
        WHERE {_in_force("lead")}
        RETURN key, person {{ .id, .name }} AS value ORDER BY lead.since, person.id
    """,
    "households_of_group": f"""
        UNWIND $keys AS key
        MATCH (:BuildingGroup {{id: key}})<-[hosting:HOSTS]-(:CentralHousehold)
        WHERE {_in_force("hosting")}
        RETURN key, count(*) AS value
    """,
    "buildings_of_group": f"""
        UNWIND $keys AS key
        MATCH (:BuildingGroup {{id: key}})-[coverage:COVERS]->(building:Building)
        WHERE {_in_force("coverage")}
        RETURN key, building {{ .code, .name }} AS value ORDER BY building.code
    """,
    "convenors_of_conference": f"""
        UNWIND $keys AS key
        MATCH (:Entity&Conference {{id: key}})<-[seat:HOLDS]-(person:Person)
        WHERE seat.role = 'CONVENOR' AND {_in_force("seat")}
        RETURN key, person {{ .id, .name }} AS value ORDER BY seat.since, person.id
    """,
    "meetings_of_conference": """
        UNWIND $keys AS key
        MATCH (:Entity&Conference {id: key})-[:HELD]->(meeting:Meeting)
        WHERE meeting.date <= $on
        RETURN key, meeting { .date, .kind, .decisions } AS value ORDER BY meeting.date DESC, meeting.id
    """,
    "departments_of_community": f"""
        UNWIND $keys AS key
        MATCH (community:Community {{code: key}})<-[pairing:PAIRED_WITH]-(department:Department)
        WHERE {_in_force("pairing")}
        RETURN key, {{
          since: pairing.since,
          distance: point.distance(department.location, community.location),
          community: key,
          department: department {{ .id, .code, .name, .kind }}
        }} AS value ORDER BY department.code
    """,
    "leaders_of_community": f"""
        UNWIND $keys AS key
        MATCH (:Community {{code: key}})<-[pairing:PAIRED_WITH]-(leader:Leader)
        WHERE {_in_force("pairing")}
        RETURN key, {{
          since: pairing.since, community: key, leader: leader {{ .id, .code, .name, .title }}
        }} AS value ORDER BY leader.code
    """,
    "supervisors_of_department": _SUPERVISORS,
    "departments_of_leader": f"""
        UNWIND $keys AS key
        MATCH (:Leader {{code: key}})-[supervision:SUPERVISES]->(department:Department)
        WHERE {_in_force("supervision")}
        RETURN key, department {{ .id, .code, .name, .kind }} AS value ORDER BY department.code
    """,
    "pairings_of_leader": f"""
        UNWIND $keys AS key
        MATCH (:Leader {{code: key}})-[pairing:PAIRED_WITH]->(community:Community)
        WHERE {_in_force("pairing")}
        RETURN key, {{
          since: pairing.since, until: pairing.until, community: community {{ .code, .name }}
        }} AS value ORDER BY pairing.since, pairing.id
    """,
    "pairings_of_department": f"""
        UNWIND $keys AS key
        MATCH (department:Department {{code: key}})-[pairing:PAIRED_WITH]->(community:Community)
        WHERE {_in_force("pairing")}
        RETURN key, {{
          since: pairing.since,
          until: pairing.until,
          distance: point.distance(department.location, community.location),
          community: community {{ .code, .name }}
        }} AS value ORDER BY pairing.since, pairing.id
    """,
    "visits_of_leader": """
        UNWIND $keys AS key
        MATCH (:Leader {code: key})-[:MADE]->(visit:Visit)-[:TO]->(community:Community)
        WHERE visit.date <= $on
        RETURN key, visit { .date, .tasks, community: community.code } AS value ORDER BY visit.date DESC, visit.id
    """,
    "last_visits_of_leader": """
        UNWIND $keys AS key
        MATCH (:Leader {code: key})-[:MADE]->(visit:Visit)-[:TO]->(community:Community)
        WHERE visit.date <= $on
        WITH key, community.code AS community, max(visit.date) AS last
        RETURN key, {community: community, date: last} AS value
    """,
    "synergy_bodies_of_community": f"""
        UNWIND $keys AS key
        MATCH (:Community {{code: key}})<-[service:SERVES]-(body:SynergyBody)
        WHERE {_in_force("service")}
        RETURN key, body {{ .id, .name, .functions }} AS value ORDER BY service.since, body.id
    """,
    "members_of_synergy_body": f"""
        UNWIND $keys AS key
        MATCH (:SynergyBody {{id: key}})<-[membership:MEMBER_OF]-(unit:Organization)
        WHERE {_in_force("membership")}
        RETURN key, unit {{
          .id, .name, .code, .kind, type: head([label IN labels(unit) WHERE NOT label IN ['Entity', 'Organization']])
        }} AS value ORDER BY unit.id, membership.id
    """,
    "deeds_of_synergy_body": """
        UNWIND $keys AS key
        MATCH (:SynergyBody {id: key})-[:DID]->(deed:Deed)
        WHERE deed.date <= $on
        RETURN key, count(*) AS value
    """,
    "contributions_of_synergy_body": """
        UNWIND $keys AS key
        MATCH (:SynergyBody {id: key})<-[:TO]-(contribution:Contribution)
        WHERE contribution.date <= $on
        RETURN key, sum(contribution.value_cny) AS value
    """,
    "evaluations_of_department": """
        UNWIND $keys AS key
        MATCH (:Department {code: key})<-[:OF]-(evaluation:Evaluation)<-[:SCORED]-(round:EvaluationRound)
        WHERE round.date <= $on
        RETURN key, {
          year: round.year,
          closed: coalesce(round.closed_on <= $on, false),
          raters: evaluation.member_raters + evaluation.resident_raters,
          points: reduce(total = 0, points IN COLLECT {
            MATCH (evaluation)-[marking:MARKED_ON]->(:Criterion)
            RETURN marking.member_points + marking.resident_points
          } | total + points)
        } AS value ORDER BY round.date DESC, evaluation.id
    """,
}
