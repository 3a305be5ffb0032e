"""The rules of issues. An issue is checked from the day of the meeting where it was raised."""

from collections.abc import Iterable
from datetime import timedelta

from oracle.places import place_of
from oracle.records import Escalation, Meeting
from oracle.relations import Situation
from oracle.rules import Outcome, Subjects, Thing, must, not_applicable, passes_if, things

FEEDBACK_IN = timedelta(days=30)
# City, subdistrict, community, compound: three digits more a level.
DIGITS_A_LEVEL = 3


@must("ISS1")
def ledger_and_minutes(issue: str, situation: Situation) -> Outcome:
    escalations = situation.escalations(issue)
    if not escalations:
        return not_applicable()
    complete = [escalation.ledger and _has_minutes(escalation, situation) for escalation in escalations]
    return passes_if(all(complete), _evidence(escalations))


@must("ISS2")
def one_level_up(issue: str, situation: Situation) -> Outcome:
    escalations = situation.escalations(issue)
    if not escalations:
        return not_applicable()
    steps = [len(place_of(one.lower)) - len(place_of(one.upper)) for one in escalations]
    return passes_if(all(step == DIGITS_A_LEVEL for step in steps), _evidence(escalations))


@must("ISS3")
def on_the_next_agenda(issue: str, situation: Situation) -> Outcome:
    escalations = situation.escalations(issue)
    in_time = [
        _taken_up(escalation, meetings, situation)
        for escalation in escalations
        if (meetings := _up_to_the_next_regular(escalation, situation))
    ]
    if not in_time:
        return not_applicable()
    agendas = [agenda_meeting(escalation, situation) for escalation in escalations]
    return passes_if(all(in_time), things("Meeting", (meeting.id for meeting in agendas if meeting)))


@must("ISS4")
def feedback_in_time(issue: str, situation: Situation) -> Outcome:
    escalations = situation.escalations(issue)
    in_time = [answer for escalation in escalations if (answer := _answered(escalation, situation)) is not None]
    if not in_time:
        return not_applicable()
    return passes_if(all(in_time), _evidence(escalations))


def _has_minutes(escalation: Escalation, situation: Situation) -> bool:
    meeting = situation.meetings.get(escalation.minutes_of or "")
    return meeting is not None and meeting.date <= situation.day and meeting.minutes


def _meetings_after(escalation: Escalation, situation: Situation) -> list[Meeting]:
    """What the upper conference held from the day of the submission on."""
    return [meeting for meeting in situation.meetings_of(escalation.upper) if meeting.date >= escalation.date]


def _up_to_the_next_regular(escalation: Escalation, situation: Situation) -> list[Meeting]:
    """The meetings that had to take the issue up: the next regular one and those before it; none before it was held.

    A regular meeting on the day of the submission is the next one only if it took the issue up.
    """
    meetings = _meetings_after(escalation, situation)
    regular = next(
        (
            number
            for number, meeting in enumerate(meetings)
            if meeting.regular and (meeting.date > escalation.date or _taken_up(escalation, [meeting], situation))
        ),
        None,
    )
    return [] if regular is None else meetings[: regular + 1]


def next_regular(escalation: Escalation, situation: Situation) -> Meeting | None:
    """The first regular meeting of the upper conference after the submission."""
    meetings = _up_to_the_next_regular(escalation, situation)
    return meetings[-1] if meetings else None


def _taken_up(escalation: Escalation, meetings: Iterable[Meeting], situation: Situation) -> bool:
    return any((escalation.issue, meeting.id) in situation.tables.agendas for meeting in meetings)


def agenda_meeting(escalation: Escalation, situation: Situation) -> Meeting | None:
    """The first meeting of the upper conference that had the issue on its agenda."""
    meetings = _meetings_after(escalation, situation)
    return next((meeting for meeting in meetings if _taken_up(escalation, [meeting], situation)), None)


def _answered(escalation: Escalation, situation: Situation) -> bool | None:
    """Whether feedback came in time; None before the upper conference took the issue up, and while there is time."""
    agenda = agenda_meeting(escalation, situation)
    if agenda is None:
        return None
    feedback_on = escalation.feedback_on
    if feedback_on is not None and feedback_on <= situation.day:
        return feedback_on - agenda.date <= FEEDBACK_IN
    return False if situation.day - agenda.date > FEEDBACK_IN else None


def _evidence(escalations: Iterable[Escalation]) -> frozenset[Thing]:
    return things("Escalation", (escalation.id for escalation in escalations))


def _place(issue: str, situation: Situation) -> str:
    """The place of the conference that the issue was last sent up to, else of the one where it was raised."""
    escalations = situation.escalations(issue)
    return place_of(escalations[-1].upper) if escalations else issue.partition("I")[0]


ISSUES = Subjects(
    type="Issue",
    present=lambda situation: [issue.id for issue in situation.issues],
    place=_place,
    rules=(ledger_and_minutes, one_level_up, on_the_next_agenda, feedback_in_time),
)
