"""What the rules of several subjects ask of a place's conference: whether it met in a window, and who came."""

from oracle.days import Window
from oracle.records import Attendance, Meeting, Relation
from oracle.relations import Situation
from oracle.rules import Outcome, actors, not_applicable, passes_if, things

CATEGORIES = frozenset(
    {"LINKED_LEADER", "STATIONED_UNIT", "DELEGATE_OR_COMMITTEE_MEMBER", "ENTERPRISE", "SOCIAL_ORGANIZATION"}
)


def conference_of(place: str, situation: Situation) -> Relation | None:
    """The conference of a place, as the relation that makes it so."""
    return next(iter(situation.conference_places.to(place)), None)


def meetings_in(window: Window, place: str, situation: Situation) -> list[Meeting] | None:
    """What the place's conference held in the window; None unless it had one from the window's first day on."""
    conference = conference_of(place, situation)
    if conference is None or conference.since > window.first:
        return None
    return held_in(window, place, situation)


def held_in(window: Window, place: str, situation: Situation) -> list[Meeting]:
    """What the place's conference held in the window, since whenever it has been there."""
    conference = conference_of(place, situation)
    held = situation.meetings_of(conference.start) if conference else []
    return [meeting for meeting in held if meeting.date in window]


def met(place: str, situation: Situation, window: Window) -> Outcome:
    """Whether the place's conference met in the window."""
    meetings = meetings_in(window, place, situation)
    if meetings is None:
        return not_applicable()
    return passes_if(len(meetings) >= 1, things("Meeting", (meeting.id for meeting in meetings)))


def every_category_came(place: str, situation: Situation, window: Window) -> Outcome:
    """Whether somebody of each category of participant came to a meeting of the window."""
    meetings = meetings_in(window, place, situation)
    if not meetings:
        return not_applicable()
    attendances = [one for meeting in meetings for one in situation.attendances(meeting.id)]
    came = {attendance.category for attendance in attendances}
    return passes_if(came >= CATEGORIES, actors(_of_a_category(attendances)))


def came_once(pairing: Relation | None, situation: Situation, window: Window) -> Outcome:
    """Whether one that is paired with a community came to a meeting that its conference held in the window."""
    if pairing is None or pairing.since > window.first:
        return not_applicable()
    meetings = held_in(window, pairing.end, situation)
    if not meetings:
        return not_applicable()
    attended = [
        meeting.id
        for meeting in meetings
        if any(attendance.actor == pairing.start for attendance in situation.attendances(meeting.id))
    ]
    return passes_if(len(attended) >= 1, things("Meeting", attended))


def _of_a_category(attendances: list[Attendance]) -> list[str]:
    return [attendance.actor for attendance in attendances if attendance.category in CATEGORIES]
