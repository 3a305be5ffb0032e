"""The checks of each kind of record, by the seed table that has such records. docs/graph.md lists them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph_api.consistency import orders
from graph_api.consistency.checks import AtMost, Check, DayInLife, Distinct, Fault, OfPlace, Once, SpanInLife, placed
from graph_api.consistency.records import Record, Records

CHECKS: Mapping[str, tuple[Check, ...]] = {
    **dict.fromkeys(
        (
            *("branches", "owners_committees", "conferences", "building_groups", "central_households"),
            *("synergy_bodies", "criteria", "members"),
        ),
        (placed,),
    ),
    "supervisions": (Once("supervisions", ("leader", "department")),),
    # The upper bounds of the domain. Lower bounds are only reported, otherwise nothing could be re-paired.
    "department_pairings": (
        Once("department_pairings", ("department",)),
        AtMost("department_pairings", "community", 5),
    ),
    "leader_pairings": (Once("leader_pairings", ("leader",)),),
    "organization_compounds": (
        Once("organization_compounds", ("organization", "compound")),
        OfPlace("organization", "compound", "BO"),
    ),
    "branch_foundings": (
        Once("branch_foundings", ("branch",)),
        SpanInLife("branch"),
        DayInLife("since", "organization"),
    ),
    "stationings": (Once("stationings", ("organization", "community")),),
    "party_organization_bodies": (Once("party_organization_bodies", ("party_organization",)),),
    "conference_places": (Once("conference_places", ("place",)),),
    "liaison_offices": (Once("liaison_offices", ("department", "conference")), SpanInLife("conference")),
    "conference_members": (Once("conference_members", ("person", "conference", "category")), SpanInLife("conference")),
    "conference_invitees": (
        Once("conference_invitees", ("actor", "conference", "category")),
        SpanInLife("conference"),
        SpanInLife("actor"),
    ),
    "meetings": (DayInLife("date", "conference"),),
    "attendances": (orders.attended_while_there,),
    "appointments": (Once("appointments", ("person", "organization", "role")), SpanInLife("organization")),
    "group_compounds": (Once("group_compounds", ("building_group",)), OfPlace("building_group", "compound", "G")),
    "group_buildings": (Once("group_buildings", ("building_group", "building")), SpanInLife("building_group")),
    "group_leaders": (Once("group_leaders", ("person", "building_group")), SpanInLife("building_group")),
    "group_households": (Once("group_households", ("household",)), SpanInLife("building_group")),
    "household_heads": (Once("household_heads", ("person", "household")), SpanInLife("household")),
    "settled_matters": (DayInLife("date", "building_group"),),
    "synergy_body_communities": (
        Once("synergy_body_communities", ("synergy_body",)),
        OfPlace("synergy_body", "community", "Y"),
    ),
    "synergy_members": (
        Once("synergy_members", ("unit", "synergy_body")),
        SpanInLife("synergy_body"),
        Distinct("functions"),
    ),
    "deeds": (DayInLife("date", "synergy_body"),),
    "contributions": (DayInLife("date", "receiver"),),
    "issues": (orders.raised_before_settled,),
    "issue_agendas": (orders.on_the_agenda_of_its_holder,),
    "issue_settlements": (orders.settled_with_a_body_that_is_there,),
    "escalations": (
        orders.sent_up_by_its_holder,
        orders.minutes_of_a_meeting_before,
        orders.answered_after_the_agenda,
        DayInLife("submitted_on", "from_conference"),
        DayInLife("submitted_on", "to_conference"),
    ),
    "visits": (Distinct("tasks"),),
    "criterion_cities": (Once("criterion_cities", ("criterion",)), OfPlace("criterion", "city", "Q")),
    "evaluation_rounds": (orders.one_round_a_year,),
    "evaluations": (Distinct("criteria"), orders.evaluated_where_it_is_paired, orders.rated_by_what_applies),
    "evaluation_appraisals": (orders.counted_once_closed,),
    "post_offers": (Once("post_offers", ("community", "post_kind")),),
    "choices": (Distinct("posts"), Distinct("teams"), Distinct("zones"), orders.chosen_where_one_lives),
    "registrations": (orders.registered_once,),
    "feedback_forms": (Distinct("members"), orders.handed_in_where_one_lives),
    "household_pairings": (Once("household_pairings", ("member", "person")), orders.helped_by_a_member),
}


def faults(table: str, record: Record, records: Records) -> Iterator[Fault]:
    """All errors of a record of the table with respect to all others."""
    for check in CHECKS.get(table, ()):
        yield from check(record, records)
