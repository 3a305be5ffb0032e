"""The rules of cities and subdistricts."""

from oracle.conferences import HALF_YEAR, QUARTER, actor, invites_every_category, meets, service_of
from oracle.relations import Situation
from oracle.rules import Judgement, Subjects, must, not_applicable, passes_if, should, things, unknown

BODIES = frozenset({"PARTY_COMMITTEE", "PEOPLES_CONGRESS", "GOVERNMENT", "CPPCC"})


@must("CTY1")
def a_convenor_and_a_liaison_office(city: str, situation: Situation) -> Judgement:
    service = service_of(city, situation)
    if service is None:
        return passes_if(False, frozenset())
    seats = situation.appointments.to(service.start)
    convenors = {seat.start for seat in seats if seat.role == "CONVENOR"}
    offices = {office.start for office in situation.liaison_offices.to(service.start)}
    evidence = things("Conference", [service.start]) | {actor(who) for who in convenors | offices}
    return passes_if(len(convenors) == 1 and len(offices) == 1, evidence)


@should("CTY2")
def the_city_meets_every_half_year(city: str, situation: Situation) -> Judgement:
    return meets(city, HALF_YEAR, situation, ("REGULAR",))


@must("CTY3")
def the_four_bodies_and_the_subdistricts_belong(city: str, situation: Situation) -> Judgement:
    service = service_of(city, situation)
    if service is None:
        return not_applicable()
    members = situation.conference_members.to(service.start)
    evidence = frozenset(actor(member.start) for member in members)
    secretaries = [secretary_of(one, situation) for one in situation.tables.subdistricts if one.startswith(city)]
    if None in secretaries:
        return unknown(evidence)
    there = {member.start for member in members}
    return passes_if({member.role for member in members} >= BODIES and there.issuperset(secretaries), evidence)


def secretary_of(subdistrict: str, situation: Situation) -> str | None:
    """The secretary of the subdistrict's Party organization; the earliest, should there be several."""
    seats = [
        seat
        for organizing in situation.organizings.to(subdistrict)
        for seat in situation.appointments.to(organizing.start)
        if seat.role == "SECRETARY"
    ]
    return min(seats, key=lambda seat: (seat.since, seat.start)).start if seats else None


@must("SUB1")
def the_subdistrict_meets_every_quarter(subdistrict: str, situation: Situation) -> Judgement:
    return meets(subdistrict, QUARTER, situation)


@should("SUB2")
def the_subdistrict_invites_every_category(subdistrict: str, situation: Situation) -> Judgement:
    return invites_every_category(subdistrict, situation)


CITIES = Subjects(
    type="City",
    present=lambda situation: situation.tables.cities,
    place=lambda city, _: city,
    rules=(
        a_convenor_and_a_liaison_office,
        the_city_meets_every_half_year,
        the_four_bodies_and_the_subdistricts_belong,
    ),
)
SUBDISTRICTS = Subjects(
    type="Subdistrict",
    present=lambda situation: situation.tables.subdistricts,
    place=lambda subdistrict, _: subdistrict,
    rules=(the_subdistrict_meets_every_quarter, the_subdistrict_invites_every_category),
)
