"""Checks of events that follow each other: meetings and issues, escalations and feedback, evaluations, members' choices
and forms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from graph_api.consistency.checks import Fault, one
from graph_api.consistency.lives import contains, joined, life, origin_of, span_of, told
from graph_api.consistency.records import Record, Records

_POINTS = 100


def attended_while_there(attendance: Record, records: Records) -> Iterator[Fault]:
    """An attendee exists on the date of the meeting."""
    meeting, spans = one(records, "meetings", attendance.meeting), life(attendance.actor, records)
    if meeting is not None and spans is not None and not any(span.holds(meeting.date) for span in spans):
        message = f"the meeting was on {meeting.date}, {attendance.actor} is there {told(spans)}: correct one of them"
        yield Fault("actor", message)


def raised_before_settled(issue: Record, records: Records) -> Iterator[Fault]:
    """An issue is settled on or after the date of the meeting where it was raised."""
    raised = _raised_on(issue.id, records)
    if issue.resolved_on is not None and raised is not None and issue.resolved_on < raised:
        yield Fault(
            "resolved_on", f"{issue.resolved_on} is before the issue was raised, on {raised}: correct one of them"
        )


def on_the_agenda_of_its_holder(agenda: Record, records: Records) -> Iterator[Fault]:
    """An issue is on the agenda of a further meeting only while it is open and the meeting's conference has it."""
    issue, meeting = one(records, "issues", agenda.issue), one(records, "meetings", agenda.meeting)
    if issue is None or meeting is None:
        return
    raised = one(records, "meetings", issue.meeting)
    if raised is None:
        return
    if meeting.id == raised.id:
        yield Fault("meeting", f"{meeting.id} is where the issue was raised: remove the row")
        return
    if meeting.date < raised.date:
        yield Fault(
            "meeting", f"the meeting was on {meeting.date}, the issue was raised on {raised.date}: correct one of them"
        )
        return
    if issue.resolved_on is not None and meeting.date > issue.resolved_on:
        yield Fault("meeting", f"the meeting was on {meeting.date}, the issue was settled on {issue.resolved_on}")
        return
    sent_up = records.where("escalations", "issue", issue.id)
    had_it = {raised.conference} | {each.to_conference for each in sent_up if each.submitted_on <= meeting.date}
    if meeting.conference not in had_it:
        yield Fault(
            "meeting", f"{meeting.conference} did not have the issue on {meeting.date}: correct it, or the escalation"
        )


def settled_with_a_body_that_is_there(settlement: Record, records: Records) -> Iterator[Fault]:
    """Only a settled issue is settled with a synergy body, which exists on that date."""
    issue = one(records, "issues", settlement.issue)
    if issue is None:
        return
    if issue.resolved_on is None:
        yield Fault("issue", f"{issue.id} is not settled: give it a resolution, or remove the row")
        return
    spans = life(settlement.synergy_body, records) or []
    if not any(span.holds(issue.resolved_on) for span in spans):
        message = f"{settlement.synergy_body} is there {told(spans)}, the issue was settled on {issue.resolved_on}"
        yield Fault("synergy_body", message)


def sent_up_by_its_holder(escalation: Record, records: Records) -> Iterator[Fault]:
    """An issue is escalated while it is open, by the conference that holds it, to another one."""
    issue = one(records, "issues", escalation.issue)
    raised = issue and one(records, "meetings", issue.meeting)
    if issue is None or raised is None:
        return
    submitted = escalation.submitted_on
    if submitted < raised.date:
        yield Fault(
            "submitted_on", f"{submitted} is before the issue was raised, on {raised.date}: correct one of them"
        )
        return
    if issue.resolved_on is not None and submitted > issue.resolved_on:
        yield Fault(
            "submitted_on", f"{submitted} is after the issue was settled, on {issue.resolved_on}: correct one of them"
        )
        return
    if escalation.to_conference == escalation.from_conference:
        yield Fault("to_conference", "an issue is sent up to another conference: correct one of them")
        return
    earlier = [
        other
        for other in records.where("escalations", "issue", issue.id)
        if (other.submitted_on, other.id) < (submitted, escalation.id)
    ]
    last = max(earlier, key=lambda other: (other.submitted_on, other.id), default=None)
    holder = raised.conference if last is None else last.to_conference
    if escalation.from_conference != holder:
        yield Fault(
            "from_conference", f"the issue was with {holder} on {submitted}: correct it, or the escalation before"
        )


def minutes_of_a_meeting_before(escalation: Record, records: Records) -> Iterator[Fault]:
    """The minutes of an escalation are those of a meeting between the raising of the issue and the submission."""
    meeting = escalation.minutes_of and one(records, "meetings", escalation.minutes_of)
    if not meeting:
        return
    raised = _raised_on(escalation.issue, records)
    if meeting.date > escalation.submitted_on:
        message = (
            f"the meeting was on {meeting.date}, after the submission on {escalation.submitted_on}: correct one of them"
        )
        yield Fault("minutes_of", message)
    elif raised is not None and meeting.date < raised:
        yield Fault(
            "minutes_of", f"the meeting was on {meeting.date}, the issue was raised on {raised}: correct one of them"
        )


def answered_after_the_agenda(escalation: Record, records: Records) -> Iterator[Fault]:
    """A conference gives feedback after one of its meetings had the issue on its agenda."""
    if escalation.feedback_on is None:
        return
    agendas = (
        one(records, "meetings", each.meeting) for each in records.where("issue_agendas", "issue", escalation.issue)
    )
    days = [
        meeting.date
        for meeting in agendas
        if meeting
        and meeting.conference == escalation.to_conference
        and escalation.submitted_on <= meeting.date <= escalation.feedback_on
    ]
    if not days:
        message = (
            f"no meeting of {escalation.to_conference} had the issue on its agenda from {escalation.submitted_on} "
            f"until {escalation.feedback_on}: correct the day, or add the meeting to issue_agendas"
        )
        yield Fault("feedback_on", message)


def one_round_a_year(evaluation_round: Record, records: Records) -> Iterator[Fault]:
    """A community holds one evaluation round per year."""
    for other in records.where("evaluation_rounds", "community", evaluation_round.community):
        if other.opened_on.year == evaluation_round.opened_on.year and other.id < evaluation_round.id:
            yield Fault(
                "opened_on", f"{other.id} is the community's round of {other.opened_on.year}: correct one of them"
            )
            return


def evaluated_where_it_is_paired(evaluation: Record, records: Records) -> Iterator[Fault]:
    """A round evaluates each department once that is paired with its community on the opening date."""
    evaluation_round = one(records, "evaluation_rounds", evaluation.round)
    if evaluation_round is None:
        return
    day = evaluation_round.opened_on
    for other in records.where("evaluations", "round", evaluation.round):
        if other.department == evaluation.department and other.id < evaluation.id:
            yield Fault("department", f"{other.id} is its evaluation in {evaluation.round} already: remove one")
    pairings = records.where("department_pairings", "department", evaluation.department)
    if not any(each.community == evaluation_round.community and span_of(each).holds(day) for each in pairings):
        message = (
            f"{evaluation.department} is not paired with {evaluation_round.community} on {day}, when the round opens"
        )
        yield Fault("department", f"{message}: correct one of them")


def rated_by_what_applies(evaluation: Record, records: Records) -> Iterator[Fault]:
    """An evaluation uses criteria in effect on the opening date of its round, with at most 100 points in total."""
    evaluation_round = one(records, "evaluation_rounds", evaluation.round)
    criteria = [one(records, "criteria", criterion) for criterion in evaluation.criteria]
    if evaluation_round is None or None in criteria:
        return
    for criterion in evaluation.criteria:
        if not any(span.holds(evaluation_round.opened_on) for span in life(criterion, records) or ()):
            message = (
                f"{criterion} does not apply on {evaluation_round.opened_on}, when the round opens: correct one of them"
            )
            yield Fault("criteria", message)
    maxima = [criterion.maximum for criterion in criteria if criterion]
    if sum(maxima) != _POINTS:
        yield Fault("criteria", f"the criteria add up to {sum(maxima)} points instead of {_POINTS}: correct them")
    for column in ("members", "residents"):
        if any(
            points > most
            for rating in getattr(evaluation, column)
            for points, most in zip(rating, maxima, strict=False)
        ):
            # The rating is not named: it is one person's.
            yield Fault(column, "a rating has more points for a criterion than it gives: correct it")


def counted_once_closed(counted: Record, records: Records) -> Iterator[Fault]:
    """An evaluation counts towards an appraisal on or after the closing date of its round."""
    evaluation = one(records, "evaluations", counted.evaluation)
    appraisal = one(records, "appraisals", counted.appraisal)
    evaluation_round = evaluation and one(records, "evaluation_rounds", evaluation.round)
    if appraisal is None or not evaluation_round:
        return
    closed = evaluation_round.closed_on
    if closed is None or appraisal.date < closed:
        state = "is open" if closed is None else f"closed on {closed}"
        yield Fault("appraisal", f"the appraisal was on {appraisal.date}, the round {state}: correct one of them")


def chosen_where_one_lives(choice: Record, records: Records) -> Iterator[Fault]:
    """A member chooses while registered, each post, team or zone once, among existing ones of that community."""
    homes = _homes(choice.member, choice.date, records)
    if not homes:
        spans = joined(map(span_of, records.where("registrations", "member", choice.member)))
        yield Fault("date", f"the member is registered {told(spans)}, not on {choice.date}: correct one of them")
        return
    for column in ("teams", "zones"):
        for id_ in getattr(choice, column):
            if not any(id_.startswith(home) for home in homes):
                yield Fault(column, f"{id_} is of another community than the member's: correct it")
            elif not any(span.holds(choice.date) for span in life(id_, records) or ()):
                yield Fault(column, f"{id_} does not exist on {choice.date}: correct one of them")
    for other in records.where("choices", "member", choice.member):
        if other.date < choice.date:
            for column in ("posts", "teams", "zones"):
                for id_ in sorted(set(getattr(other, column)) & set(getattr(choice, column))):
                    yield Fault(column, f"the member chose {id_} on {other.date} already: remove it")


def registered_once(registration: Record, records: Records) -> Iterator[Fault]:
    """A member is registered in one community at a time, and hands in the form while registered."""
    span = span_of(registration)
    if registration.form is not None and not span.holds(registration.form):
        yield Fault("form", f"{registration.form} is outside of the registration, {span}: correct one of them")
    for other in records.where("registrations", "member", registration.member):
        if (other.since, other.id) < (registration.since, registration.id) and span_of(other).overlaps(span):
            yield Fault(
                "since", f"{other.id} holds {span_of(other)}: a member is registered in one community at a time"
            )
            return


def handed_in_where_one_lives(forms: Record, records: Records) -> Iterator[Fault]:
    """A community takes the forms of members registered there on the date, one per member and round."""
    for member in forms.members:
        if forms.community not in _homes(member, forms.date, records):
            yield Fault(
                "members", f"{member} is not registered in {forms.community} on {forms.date}: correct one of them"
            )
            return
    for member in forms.members:
        for other in records.where("feedback_forms", "members", member):
            if other is not forms and other.round == forms.round and _before(other, forms):
                yield Fault(
                    "members", f"{member} handed in a form in round {forms.round} on {other.date} already: remove one"
                )
                return


def helped_by_a_member(pairing: Record, records: Records) -> Iterator[Fault]:
    """A member helps a person while the member is registered and the person is recorded as in difficulty."""
    span = span_of(pairing)
    for thing in (pairing.member, pairing.person):
        spans = life(thing, records) or []
        if not contains(spans, span):
            began = any(each.holds(span.since) for each in spans)
            message = f"it holds {span}, {thing} is in {origin_of(thing).table} {told(spans)}: correct one of them"
            yield Fault("until" if began else "since", message)


def _raised_on(issue: str, records: Records) -> date | None:
    found = one(records, "issues", issue)
    meeting = found and one(records, "meetings", found.meeting)
    return meeting.date if meeting else None


def _homes(member: str, day: date, records: Records) -> list[str]:
    """The communities in which the member is registered on the date."""
    registrations = records.where("registrations", "member", member)
    return [each.community for each in registrations if span_of(each).holds(day)]


def _before(one_: Record, other: Record) -> bool:
    keys = [(each.date, each.community, each.grade, each.counted_for) for each in (one_, other)]
    return keys[0] < keys[1]
