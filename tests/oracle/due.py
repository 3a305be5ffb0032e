"""What is due: what nobody has done yet, with the last day for it, worked out from the tables."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from oracle.coverage import SUBJECTS
from oracle.days import Period, Window, last_complete, periods_from
from oracle.issues import FEEDBACK_IN, agenda_meeting, next_regular
from oracle.places import place_of
from oracle.records import Escalation, Relation
from oracle.relations import Situation
from oracle.rules import Result, Rule, Subjects, Thing

DAY = timedelta(days=1)
KINDS = {
    **dict.fromkeys(("CTY2", "SUB1", "COM3", "CMP4"), "MEETING"),
    **dict.fromkeys(("DEP4", "LDR3", "CMP5"), "ATTENDANCE"),
    "LDR2": "VISIT",
    "DEP5": "EVALUATION",
    "MEM2": "FORMS",
}
# How often the conference of a place with a code of so many digits meets.
_PERIODS = {6: Period.HALF_YEAR, 9: Period.QUARTER, 12: Period.QUARTER, 15: Period.MONTH}


@dataclass(frozen=True)
class Due:
    kind: str
    on: date
    subject: Thing
    place: str
    rule: str | None


def due(situation: Situation, until: date) -> frozenset[Due]:
    """What is due by a day, and not done on the day of the situation."""
    found = (*_by_rules(situation), *_of_escalations(situation), *_ends(situation))
    return frozenset(one for one in found if one.on <= until)


def _by_rules(situation: Situation) -> Iterable[Due]:
    for subjects in SUBJECTS:
        for subject in subjects.present(situation):
            for rule in subjects.rules:
                if rule.code in KINDS:
                    for day in _days(rule, subject, situation):
                        yield _due_by(rule, subjects, subject, situation, day)


def _due_by(rule: Rule, subjects: Subjects, subject: str, situation: Situation, day: date) -> Due:
    place = subjects.place(subject, situation)
    return Due(KINDS[rule.code], day, Thing(subjects.type, subject), place, rule.code)


def _days(rule: Rule, subject: str, situation: Situation) -> Iterable[date]:
    """The last days of the last complete period if the rule fails in it, and of the first one that is still open."""
    assert rule.period is not None
    assert rule.judge is not None
    if rule.check(subject, situation).result is Result.FAIL:
        yield last_complete(rule.period, situation.day).after - DAY
    for period in periods_from(rule.period, situation.day):
        so_far = Window(period.first, max(period.first, situation.day + DAY))
        if rule.judge(subject, situation, so_far).result in {Result.FAIL, Result.UNKNOWN}:
            yield period.after - DAY
            return


def _of_escalations(situation: Situation) -> Iterable[Due]:
    for issue in situation.issues:
        escalations = situation.escalations(issue.id)
        is_open = issue.resolved_on is None or issue.resolved_on > situation.day
        for escalation in escalations:
            subject, place = Thing("Escalation", escalation.id), place_of(escalations[-1].upper)
            agenda = agenda_meeting(escalation, situation)
            if agenda is None:
                regular = next_regular(escalation, situation)
                if regular or is_open:
                    day = regular.date if regular else _next_meeting(escalation, situation)
                    yield Due("AGENDA", day, subject, place, "ISS3")
            elif escalation.feedback_on is None or escalation.feedback_on > situation.day:
                yield Due("FEEDBACK", agenda.date + FEEDBACK_IN, subject, place, "ISS4")


def _next_meeting(escalation: Escalation, situation: Situation) -> date:
    """The last day on which the upper conference, seen from the submission, had to meet again."""
    period = _PERIODS[len(place_of(escalation.upper))]
    current, following = periods_from(period, escalation.date)
    met = any(
        meeting.date in current and (meeting.regular or period is not Period.HALF_YEAR)
        for meeting in situation.meetings_of(escalation.upper)
        if meeting.date <= escalation.date
    )
    return (following if met else current).after - DAY


def _ends(situation: Situation) -> Iterable[Due]:
    tables = situation.tables
    terms: tuple[tuple[str, str, tuple[Relation, ...]], ...] = (
        ("APPOINTMENT_END", "Appointment", tables.appointments),
        ("PAIRING_END", "LeaderPairing", tables.leader_pairings),
        ("PAIRING_END", "DepartmentPairing", tables.department_pairings),
    )
    for kind, type_, relations in terms:
        for one in relations:
            if one.holds(situation.day) and one.until is not None:
                place = one.end[: next((at for at, sign in enumerate(one.end) if not sign.isdigit()), None)]
                yield Due(kind, one.until - DAY, Thing(type_, one.id), place, None)
