"""The rules of cities."""

from oracle.conferences import conference_of, meetings_in
from oracle.days import Period, Window
from oracle.places import lies_within
from oracle.relations import Situation
from oracle.rules import Outcome, Subjects, actors, must, not_applicable, passes_if, should, things, unknown

MUNICIPAL_BODIES = frozenset({"PARTY_COMMITTEE", "PEOPLES_CONGRESS", "GOVERNMENT", "CPPCC"})


@must("CTY1")
def a_convenor_and_a_liaison_office(city: str, situation: Situation) -> Outcome:
    conference = conference_of(city, situation)
    if conference is None:
        return passes_if(False, frozenset())
    convenors = {seat.start for seat in situation.appointments.to(conference.start) if seat.role == "CONVENOR"}
    offices = {office.start for office in situation.liaison_offices.to(conference.start)}
    evidence = things("Conference", [conference.start]) | actors(convenors | offices)
    return passes_if(len(convenors) == 1 and len(offices) == 1, evidence)


@should("CTY2", Period.HALF_YEAR)
def a_regular_meeting(city: str, situation: Situation, window: Window) -> Outcome:
    meetings = meetings_in(window, city, situation)
    if meetings is None:
        return not_applicable()
    regular = [meeting.id for meeting in meetings if meeting.regular]
    return passes_if(len(regular) >= 1, things("Meeting", regular))


@must("CTY3")
def bodies_and_subdistricts_belong(city: str, situation: Situation) -> Outcome:
    conference = conference_of(city, situation)
    if conference is None:
        return not_applicable()
    members = situation.standing_members.to(conference.start)
    persons = {member.start for member in members}
    evidence = actors(persons)
    secretaries = [
        _secretaries(subdistrict, situation)
        for subdistrict in situation.tables.subdistricts
        if lies_within(subdistrict, city)
    ]
    if not all(secretaries):
        return unknown(evidence)
    bodies = {member.category for member in members}
    return passes_if(bodies >= MUNICIPAL_BODIES and all(of_one & persons for of_one in secretaries), evidence)


def _secretaries(subdistrict: str, situation: Situation) -> set[str]:
    """Whoever is secretary of the subdistrict's Party organization."""
    return {
        seat.start
        for organization in situation.party_bodies.to(subdistrict)
        for seat in situation.appointments.to(organization.start)
        if seat.role == "SECRETARY"
    }


CITIES = Subjects(
    type="City",
    present=lambda situation: situation.tables.cities,
    place=lambda city, _: city,
    rules=(a_convenor_and_a_liaison_office, a_regular_meeting, bodies_and_subdistricts_belong),
)
