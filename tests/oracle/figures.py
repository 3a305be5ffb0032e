"""The figures of the city's report, as of the day of the report."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache

from oracle.communities import synergy_bodies
from oracle.days import Period, last_complete
from oracle.evaluations import closed_rounds, raters_of
from oracle.places import place_of
from oracle.relations import Situation
from oracle.tables import read_tables

Compute = Callable[[Situation], float]

CITY = "210681"
COMPOUND_WITH_ACTIVITY_ROOM = "210681001008001"  # 锦江畔小区
ABOUT = 0.05

FIGURES: dict[str, Compute] = {}


def figure(key: str, as_of: date) -> float:
    """The value of a figure, of the seed whose days are counted from the as-of day."""
    return FIGURES[key](_reported(as_of))


def holds(value: float, qualifier: str, stated: float) -> bool:
    """Whether a value is what the report states."""
    return {
        "EXACT": value == stated,
        "AT_LEAST": value >= stated,
        "AT_MOST": value <= stated,
        "ABOUT": abs(value - stated) <= stated * ABOUT,
    }[qualifier]


@cache
def _reported(as_of: date) -> Situation:
    tables = read_tables(as_of)
    return Situation(tables, tables.cities[CITY])


def _computes(key: str) -> Callable[[Compute], Compute]:
    def entered(compute: Compute) -> Compute:
        FIGURES[key] = compute
        return compute

    return entered


@_computes("subdistricts")
def subdistricts(situation: Situation) -> float:
    return len(situation.tables.subdistricts)


@_computes("communities")
def communities(situation: Situation) -> float:
    return len(situation.tables.communities)


@_computes("urban_residents")
def urban_residents(situation: Situation) -> float:
    return sum(situation.tables.residents.values())


@_computes("urban_area")
def urban_area(situation: Situation) -> float:
    return sum(situation.tables.areas_m2.values())


@_computes("conference_levels")
def conference_levels(situation: Situation) -> float:
    """Codes of the places of one level are of one length."""
    return len({len(place) for place in situation.conference_places.ends()})


@_computes("implementation_plans_adopted")
def implementation_plans_adopted(situation: Situation) -> float:
    return len(_adopted_by_the_city("IMPLEMENTATION_PLAN", situation))


@_computes("sub_documents_adopted")
def sub_documents_adopted(situation: Situation) -> float:
    return len(_adopted_by_the_city("SUB_DOCUMENT", situation))


@_computes("meetings")
def meetings(situation: Situation) -> float:
    return len(situation.meetings)


@_computes("issues_resolved_at_own_level")
def issues_resolved_at_own_level(situation: Situation) -> float:
    return len(_resolved(situation) - _escalated(situation))


@_computes("issues_escalated")
def issues_escalated(situation: Situation) -> float:
    return len(_escalated(situation))


@_computes("escalated_issues_resolved")
def escalated_issues_resolved(situation: Situation) -> float:
    return len(_escalated(situation) & _resolved(situation))


@_computes("synergy_bodies")
def bodies(situation: Situation) -> float:
    return len(_bodies(situation))


@_computes("synergy_member_units")
def synergy_member_units(situation: Situation) -> float:
    """Memberships that hold: a unit that belongs to two bodies counts twice."""
    return sum(len(situation.memberships.to(body)) for body in _bodies(situation))


@_computes("synergy_functions")
def synergy_functions(situation: Situation) -> float:
    return len(frozenset().union(*(situation.tables.functions[body] for body in _bodies(situation))))


@_computes("deeds")
def deeds(situation: Situation) -> float:
    return sum(deed.date <= situation.day for deed in situation.tables.deeds)


@_computes("synergy_contributions")
def synergy_contributions(situation: Situation) -> float:
    return _given_to(situation.tables.functions, situation)


@_computes("activity_room_investment")
def activity_room_investment(situation: Situation) -> float:
    return _given_to(situation.branches(COMPOUND_WITH_ACTIVITY_ROOM), situation, purpose="ACTIVITY_ROOM")


@_computes("leaders")
def leaders(situation: Situation) -> float:
    return len(situation.leader_pairings.starts())


@_computes("leader_visits_per_quarter")
def leader_visits_per_quarter(situation: Situation) -> float:
    quarter = last_complete(Period.QUARTER, situation.day)
    return min(
        sum(visit.date in quarter for visit in situation.visits(leader))
        for leader in situation.leader_pairings.starts()
    )


@_computes("departments")
def departments(situation: Situation) -> float:
    return len(situation.department_pairings.starts())


@_computes("communities_paired")
def communities_paired(situation: Situation) -> float:
    return sum(number >= 1 for number in _departments_by_community(situation))


@_computes("departments_per_community_min")
def departments_per_community_min(situation: Situation) -> float:
    return min(_departments_by_community(situation))


@_computes("departments_per_community_max")
def departments_per_community_max(situation: Situation) -> float:
    return max(_departments_by_community(situation))


@_computes("evaluation_points")
def evaluation_points(situation: Situation) -> float:
    return sum(situation.tables.maxima[applying.start] for applying in situation.criterion_cities.to(CITY))


@_computes("evaluation_raters")
def evaluation_raters(situation: Situation) -> float:
    return min(raters_of(round_, situation) for round_ in closed_rounds(situation))


@_computes("post_kinds")
def post_kinds(situation: Situation) -> float:
    return len(situation.tables.post_kinds)


@_computes("team_kinds")
def team_kinds(situation: Situation) -> float:
    return len(situation.tables.team_kinds)


@_computes("zone_kinds")
def zone_kinds(situation: Situation) -> float:
    return len(situation.tables.zone_kinds)


@_computes("member_organizations")
def member_organizations(situation: Situation) -> float:
    return len(
        {employment.end for member in _who_chose(situation) for employment in situation.employments.from_(member)}
    )


@_computes("in_service_members")
def in_service_members(situation: Situation) -> float:
    return len(_who_chose(situation))


@_computes("post_choices")
def post_choices(situation: Situation) -> float:
    return len({(choice.member, post) for choice in situation.choices for post in choice.posts})


@_computes("volunteer_teams")
def volunteer_teams(situation: Situation) -> float:
    return len(situation.teams.starts())


@_computes("people_in_difficulty_paired")
def people_in_difficulty_paired(situation: Situation) -> float:
    return len(situation.household_pairings.ends())


@_computes("member_donations")
def member_donations(situation: Situation) -> float:
    return _recorded("DONATION", situation)


@_computes("consultations")
def consultations(situation: Situation) -> float:
    return _recorded("CONSULTATION", situation)


@_computes("mediations")
def mediations(situation: Situation) -> float:
    return _recorded("MEDIATION", situation)


def _adopted_by_the_city(kind: str, situation: Situation) -> set[str]:
    return {
        document.id
        for document in situation.tables.documents
        if document.kind == kind and document.meeting in situation.meetings and place_of(document.meeting) == CITY
    }


def _resolved(situation: Situation) -> set[str]:
    return {
        issue.id for issue in situation.issues if issue.resolved_on is not None and issue.resolved_on <= situation.day
    }


def _escalated(situation: Situation) -> set[str]:
    return {issue.id for issue in situation.issues if situation.escalations(issue.id)}


def _bodies(situation: Situation) -> list[str]:
    return [body for community in situation.tables.communities for body in synergy_bodies(community, situation)]


def _given_to(receivers: Iterable[str], situation: Situation, purpose: str | None = None) -> float:
    return sum(
        contribution.value_cny
        for contribution in situation.tables.contributions
        if contribution.receiver in receivers
        and contribution.date <= situation.day
        and purpose in {None, contribution.purpose}
    )


def _departments_by_community(situation: Situation) -> list[int]:
    return [
        len({pairing.start for pairing in situation.department_pairings.to(community)})
        for community in situation.tables.communities
    ]


def _who_chose(situation: Situation) -> set[str]:
    """The in-service members who chose a post."""
    return {choice.member for choice in situation.choices}


def _recorded(kind: str, situation: Situation) -> float:
    return sum(
        record.amount
        for record in situation.tables.service_records
        if record.kind == kind and record.date <= situation.day
    )
