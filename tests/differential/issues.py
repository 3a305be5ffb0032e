"""Issues and their way up."""

from datetime import date, timedelta

from differential.conferences import period_end
from differential.graph import Graph, Thing
from differential.ids import issue_code, within
from differential.items import Ask, Item, Resolver, folded, in_period
from differential.pages import Order
from differential.sums import DAYS, PLACES, by_day, by_place, count, grouped, key_of, total_of, value_of

FEEDBACK_DAYS = 30
_LEVELS = {6: "CITY", 9: "SUBDISTRICT", 12: "COMMUNITY", 15: "COMPOUND"}


def _place(conference: Thing) -> str:
    return conference.id.split("K")[0]


def _level(conference: Thing) -> str:
    return _LEVELS[len(_place(conference))]


def _raised_at(ask: Ask, issue: Thing) -> Thing:
    return ask.graph.leaving(issue, "RAISED_AT")[0].end


def _raiser(ask: Ask, issue: Thing) -> Thing:
    return ask.graph.reaching(_raised_at(ask, issue), "HELD")[0].start


def exists(ask: Ask, issue: Thing) -> bool:
    """Whether the issue has been raised by the day."""
    return _raised_at(ask, issue).date <= ask.day


def code(graph: Graph, issue: Thing) -> str:
    """The code of the issue: the place, the year of the meeting where it was raised, and a number."""
    return f"{issue.id[:-4]}-{graph.things[issue.cells['meeting']].date.year}-{issue.id[-3:]}"


def days(graph: Graph) -> set[date]:
    """The days on which issues were settled or answered, or should have been answered."""
    found = {graph.day(issue, "resolved_on") for issue in graph.of("Issue")}
    found |= {graph.day(escalation, "feedback_on") for escalation in graph.of("Escalation")}
    found |= {link.end.date + timedelta(days=FEEDBACK_DAYS) for link in graph.relations if link.type == "ON_AGENDA_OF"}
    return {day for day in found if day is not None}


def _reached(ask: Ask, thing: Thing, column: str) -> date | None:
    """The day of the column, if it has come."""
    day = ask.graph.day(thing, column)
    return day if day is not None and day <= ask.day else None


def _status(ask: Ask, issue: Thing) -> str:
    return "RESOLVED" if _reached(ask, issue, "resolved_on") else "OPEN"


def _escalations(ask: Ask, issue: Thing) -> list[Thing]:
    found = [link.end for link in ask.graph.leaving(issue, "ESCALATED_BY") if link.end.date <= ask.day]
    return sorted(found, key=lambda one: (one.date, one.id))


def _holder(ask: Ask, issue: Thing) -> Thing:
    escalations = _escalations(ask, issue)
    return _end(ask, escalations[-1], "UP_TO") if escalations else _raiser(ask, issue)


def _end(ask: Ask, escalation: Thing, relation: str) -> Thing:
    return ask.graph.leaving(escalation, relation)[0].end


def _issue(ask: Ask, escalation: Thing) -> Thing:
    return ask.graph.reaching(escalation, "ESCALATED_BY")[0].start


def _meetings(ask: Ask, issue: Thing) -> list[Thing]:
    """The meetings that have had the issue on their agenda by the day."""
    links = [*ask.graph.leaving(issue, "RAISED_AT"), *ask.graph.leaving(issue, "ON_AGENDA_OF")]
    return [link.end for link in links if link.end.date <= ask.day]


def _agenda(ask: Ask, escalation: Thing) -> Thing | None:
    upper, since = _end(ask, escalation, "UP_TO"), escalation.date
    taken_up = [link.end for link in ask.graph.leaving(_issue(ask, escalation), "ON_AGENDA_OF")]
    found = [
        meeting
        for meeting in taken_up
        if ask.graph.reaching(meeting, "HELD")[0].start is upper and since <= meeting.date <= ask.day
    ]
    return min(found, key=lambda meeting: (meeting.date, meeting.id), default=None)


def _awaits(ask: Ask, escalation: Thing) -> bool:
    return _reached(ask, escalation, "feedback_on") is None and _status(ask, _issue(ask, escalation)) == "OPEN"


def _waiting(ask: Ask, escalation: Thing) -> int | None:
    return (ask.day - escalation.date).days if _awaits(ask, escalation) else None


def agenda_due(ask: Ask, escalation: Thing) -> date | None:
    """The day of the first regular meeting that could have taken the issue up, or the last day for one while it is open."""
    if _agenda(ask, escalation) is not None:
        return None
    upper = _end(ask, escalation, "UP_TO")
    held = [link.end for link in ask.graph.leaving(upper, "HELD") if link.end.date <= ask.day]
    # On the day of the submission only a meeting that took the issue up would count, and none did.
    later = [one.date for one in held if one.cells["kind"] == "REGULAR" and one.date > escalation.date]
    if later:
        return min(later)
    if _status(ask, _issue(ask, escalation)) == "RESOLVED":
        return None
    level = _level(upper)
    before = period_end(level, escalation.date, -1)
    counting = [one.date for one in held if level != "CITY" or one.cells["kind"] == "REGULAR"]
    met = any(before < day <= escalation.date for day in counting)
    return period_end(level, escalation.date, 1 if met else 0)


def feedback_due(ask: Ask, escalation: Thing) -> date | None:
    """The last day for the feedback on what was taken up and not answered."""
    agenda = _agenda(ask, escalation)
    if agenda is None or _reached(ask, escalation, "feedback_on") is not None:
        return None
    return agenda.date + timedelta(days=FEEDBACK_DAYS)


def _overdue(ask: Ask, escalation: Thing) -> int | None:
    due = agenda_due(ask, escalation) or feedback_due(ask, escalation)
    return (ask.day - due).days if due and due < ask.day and _awaits(ask, escalation) else None


def _most_overdue(ask: Ask, issue: Thing) -> int | None:
    overdue = (_overdue(ask, escalation) for escalation in _escalations(ask, issue))
    return max((days for days in overdue if days is not None), default=None)


def _found(ask: Ask) -> Item | None:
    wanted = issue_code(ask.arguments["code"])
    issues = (issue for issue in ask.graph.of("Issue") if code(ask.graph, issue) == wanted and exists(ask, issue))
    return ask.item(next(issues, None))


def _matching(ask: Ask, issues: list[Thing]) -> list[Thing]:
    asked = ask.arguments.get("filter") or {}
    return [
        issue
        for issue in issues
        if (asked.get("title") is None or folded(asked["title"]) in folded(issue.cells["title"]))
        and asked.get("status") in {None, _status(ask, issue)}
        and asked.get("escalated") in {None, bool(_escalations(ask, issue))}
        and asked.get("raisedAtLevel") in {None, _level(_raiser(ask, issue))}
        and asked.get("heldAtLevel") in {None, _level(_holder(ask, issue))}
        and asked.get("overdue") in {None, _most_overdue(ask, issue) is not None}
        and in_period(_raised_at(ask, issue).date, asked)
    ]


def _listed(ask: Ask, list_: str, issues: list[Thing]) -> Item:
    order = Order(list_, lambda item: (code(ask.graph, item.value),), (False,))
    return ask.page("IssueConnection", ask.items(_matching(ask, issues)), order)


def _raised(ask: Ask, beginning: str) -> list[Thing]:
    return [issue for issue in ask.graph.of("Issue") if issue.id.startswith(beginning) and exists(ask, issue)]


def _issues(ask: Ask) -> Item:
    return _listed(ask, "Query.issues", _raised(ask, within(ask.arguments.get("within"))))


def _counts(ask: Ask) -> list[Item | None]:
    raised = _raised(ask, within(ask.arguments.get("within")))
    return [
        ask.made("IssueCount", {"level": level, "status": status, "issues": found})
        for level in _LEVELS.values()
        for status in ("OPEN", "RESOLVED")
        for found in [[one for one in raised if (_level(_raiser(ask, one)), _status(ask, one)) == (level, status)]]
    ]


def _sums(ask: Ask) -> Item:
    found = _matching(ask, _raised(ask, within(ask.arguments.get("within"))))
    dimensions = {
        **by_place(lambda issue: _place(_raiser(ask, issue))),
        **by_day(lambda issue: _raised_at(ask, issue).date),
        "LEVEL": lambda issue: _level(_raiser(ask, issue)),
        "STATUS": lambda issue: _status(ask, issue),
    }
    return grouped(ask, "IssueSum", found, dimensions)


def _sent(ask: Ask, list_: str, escalations: list[Thing]) -> Item:
    asked = ask.arguments.get("filter") or {}
    submitted = [
        escalation
        for escalation in escalations
        if escalation.date <= ask.day
        and asked.get("awaitingFeedback") in {None, _awaits(ask, escalation)}
        and asked.get("overdue") in {None, _overdue(ask, escalation) is not None}
        and in_period(escalation.date, asked)
    ]
    order = Order(list_, lambda item: (item.value.date, item.value.id), (False, False))
    return ask.page("EscalationConnection", ask.items(submitted), order)


def _all_escalations(ask: Ask) -> Item:
    beginning = within(ask.arguments.get("within"))
    found = [escalation for escalation in ask.graph.of("Escalation") if escalation.id.startswith(beginning)]
    return _sent(ask, "Query.escalations", found)


def _of_conference(relation: str, list_: str, *, waiting: bool = False) -> Resolver:
    def listed(ask: Ask) -> Item:
        found = [link.start for link in ask.graph.reaching(ask.value, relation)]
        return _sent(ask, list_, [one for one in found if not waiting or _awaits(ask, one)])

    return listed


def _conference_raised(ask: Ask) -> Item:
    meetings = [link.end for link in ask.graph.leaving(ask.value, "HELD")]
    issues = [link.start for meeting in meetings for link in ask.graph.reaching(meeting, "RAISED_AT")]
    return _listed(ask, "Conference.raised", [issue for issue in issues if exists(ask, issue)])


def _on_agenda(ask: Ask) -> Item:
    links = [*ask.graph.reaching(ask.value, "RAISED_AT"), *ask.graph.reaching(ask.value, "ON_AGENDA_OF")]
    return _listed(ask, "Meeting.agenda", [link.start for link in links if exists(ask, link.start)])


def _issue_meetings(ask: Ask) -> Item:
    order = Order("Issue.meetings", lambda item: (item.value.date, item.value.id), (True, False))
    return ask.page("MeetingConnection", ask.items(ask.matching(_meetings(ask, ask.value))), order)


def _settled_with(ask: Ask) -> Item | None:
    links = ask.graph.reaching(ask.value, "SETTLED")
    return ask.item(links[0].start) if links and _status(ask, ask.value) == "RESOLVED" else None


def _minutes_of(ask: Ask) -> Item | None:
    meeting = ask.graph.things.get(ask.value.cells["minutes_of"])
    return ask.item(meeting) if meeting is not None and meeting.date <= ask.day else None


def figures(ask: Ask) -> dict[str, float]:
    """The figures of issues, by key."""
    issues = _raised(ask, ask.value.id)
    settled = {issue for issue in issues if _status(ask, issue) == "RESOLVED"}
    escalated = {issue for issue in issues if _escalations(ask, issue)}
    return {
        "issues_resolved_at_own_level": len(settled - escalated),
        "issues_escalated": len(escalated),
        "escalated_issues_resolved": len(escalated & settled),
    }


FIELDS: dict[str, dict[str, Resolver]] = {
    "Query": {
        "issue": _found,
        "issues": _issues,
        "issueCounts": _counts,
        "issueSums": _sums,
        "escalations": _all_escalations,
    },
    "Issue": {
        "code": lambda ask: code(ask.graph, ask.value),
        "title": lambda ask: ask.value.cells["title"],
        "status": lambda ask: _status(ask, ask.value),
        "raisedOn": lambda ask: _raised_at(ask, ask.value).date,
        "resolvedOn": lambda ask: _reached(ask, ask.value, "resolved_on"),
        "resolution": lambda ask: ask.value.cells["resolution"] if _reached(ask, ask.value, "resolved_on") else None,
        "overdueDays": lambda ask: _most_overdue(ask, ask.value),
        "raisedAt": lambda ask: ask.item(_raised_at(ask, ask.value)),
        "heldBy": lambda ask: ask.item(_holder(ask, ask.value)),
        "escalations": lambda ask: ask.items(_escalations(ask, ask.value)),
        "meetings": _issue_meetings,
        "settledWith": _settled_with,
    },
    "IssueSum": {
        "key": key_of("IssueKey"),
        "count": count,
        "escalated": total_of(lambda ask, issue: bool(_escalations(ask, issue))),
        "overdue": total_of(lambda ask, issue: _most_overdue(ask, issue) is not None),
    },
    "IssueKey": {**PLACES, **DAYS, "level": value_of("LEVEL"), "status": value_of("STATUS")},
    "Escalation": {
        "submittedOn": lambda ask: ask.value.date,
        "ledger": lambda ask: ask.value.cells["ledger"] or None,
        "waitingDays": lambda ask: _waiting(ask, ask.value),
        "overdueDays": lambda ask: _overdue(ask, ask.value),
        "agendaDue": lambda ask: agenda_due(ask, ask.value),
        "feedbackDue": lambda ask: feedback_due(ask, ask.value),
        "issue": lambda ask: ask.item(_issue(ask, ask.value)),
        "from": lambda ask: ask.item(_end(ask, ask.value, "FROM")),
        "to": lambda ask: ask.item(_end(ask, ask.value, "UP_TO")),
        "minutesOf": _minutes_of,
        "agendaMeeting": lambda ask: ask.item(_agenda(ask, ask.value)),
        "feedback": lambda ask: ask.made("Feedback", ask.value if _reached(ask, ask.value, "feedback_on") else None),
    },
    "Feedback": {
        "on": lambda ask: ask.graph.day(ask.value, "feedback_on"),
        "text": lambda ask: ask.value.cells["feedback"],
    },
    "IssueCount": {
        "level": lambda ask: ask.value["level"],
        "status": lambda ask: ask.value["status"],
        "count": lambda ask: len(ask.value["issues"]),
        "escalated": lambda ask: len([one for one in ask.value["issues"] if _escalations(ask, one)]),
        "overdue": lambda ask: len([one for one in ask.value["issues"] if _most_overdue(ask, one) is not None]),
    },
    "Conference": {
        "raised": _conference_raised,
        "fromBelow": _of_conference("UP_TO", "Conference.fromBelow"),
        "sentUp": _of_conference("FROM", "Conference.sentUp"),
        "awaitingFeedback": _of_conference("FROM", "Conference.awaitingFeedback", waiting=True),
        "owingFeedback": _of_conference("UP_TO", "Conference.owingFeedback", waiting=True),
    },
    "Meeting": {"agenda": _on_agenda},
}
