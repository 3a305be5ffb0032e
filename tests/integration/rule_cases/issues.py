"""The rules of issues and their way up."""

from datetime import date, timedelta

from tiny_city import AS_OF, LONG_AGO, TOMORROW

from rule_cases.cases import FAIL, NOT_APPLICABLE, PASS, Expected, case, each

RAISED = date(2026, 3, 2)
SUBMITTED = date(2026, 3, 5)
MET = date(2026, 3, 20)


def days(number):
    return timedelta(days=number)


class Levels:
    """The conferences of a compound and of all places above it, and what happens to one issue of them."""

    def __init__(self, city):
        self.city = city
        self.compound = city.compound()
        self.community, self.subdistrict = self.compound[:-3], self.compound[:-6]
        for place in (self.compound, self.community, self.subdistrict, city.code):
            conference(city, place)
        self.issue = None

    def meet(self, place, day=MET, kind="REGULAR", **minutes):
        return meeting(self.city, place, day, kind, **minutes)

    def raise_issue(self, **minutes):
        self.raised_at = self.meet(self.compound, RAISED, **minutes)
        self.issue = issue(self.city, self.compound, self.raised_at)
        return self.issue

    def send_up(self, lower=None, upper=None, *, day=SUBMITTED, ledger="第1号", minutes=True, feedback=None):
        lower, upper = lower or self.compound, upper or self.community
        id_ = self.city.next_id(f"{self.issue}E", 1)
        given = {"feedback_on": feedback, "feedback_text": "收到" if feedback else None}
        self.city.node(id_, "Escalation", date=day, ledger=ledger, **given)
        self.city.undated(self.issue, "ESCALATED_BY", id_)
        self.city.undated(id_, "FROM", f"{lower}K1")
        self.city.undated(id_, "UP_TO", f"{upper}K1")
        if minutes:
            self.city.undated(id_, "WITH_MINUTES_OF", self.raised_at)
        return id_

    def take_up(self, place=None, day=MET, kind="REGULAR"):
        """A meeting of the place that has the issue on its agenda."""
        met = self.meet(place or self.community, day, kind)
        self.city.undated(self.issue, "ON_AGENDA_OF", met)
        return met


def conference(city, place):
    city.node(f"{place}K1", "Organization:Conference")
    city.dated(f"{place}K1", "SERVES", place, LONG_AGO, None)


def meeting(city, place, day, kind="REGULAR", minutes="纪要"):
    id_ = city.node(city.next_id(f"{place}K1M", 3), "Meeting", date=day, kind=kind, minutes=minutes)
    city.undated(f"{place}K1", "HELD", id_)
    return id_


def issue(city, place, raised_at, **properties):
    id_ = city.next_id(f"{place}I", 3)
    code = f"{place}-{RAISED.year}-{id_[-3:]}"
    city.node(id_, "Issue", code=code, title=f"title of {id_}", **properties)
    city.undated(id_, "RAISED_AT", raised_at)
    return id_


def sent_up(city, **escalation):
    """An issue of a compound that was sent up to the community's conference."""
    levels = Levels(city)
    levels.raise_issue()
    return levels, levels.send_up(**escalation)


# --- ISS1: ledger and minutes ---


@case("ISS1")
def ledger_and_minutes_each_time(city, _):
    levels, first = sent_up(city)
    second = levels.send_up(levels.community, levels.subdistrict, day=AS_OF)
    observed = "2 escalations, each with a ledger and minutes"
    return Expected(levels.issue, levels.subdistrict, PASS, observed, each("Escalation", [first, second]))


@case("ISS1")
def no_ledger(city, _):
    levels, escalation = sent_up(city, ledger=None)
    observed = "1 escalation, 1 without a ledger, 0 without minutes"
    return Expected(levels.issue, levels.community, FAIL, observed, [("Escalation", escalation)])


@case("ISS1")
def no_minutes_the_second_time(city, _):
    levels, first = sent_up(city)
    second = levels.send_up(levels.community, levels.subdistrict, day=MET, minutes=False)
    observed = "2 escalations, 0 without a ledger, 1 without minutes"
    return Expected(levels.issue, levels.subdistrict, FAIL, observed, each("Escalation", [first, second]))


@case("ISS1")
def minutes_of_a_meeting_that_has_none(city, _):
    levels = Levels(city)
    levels.raise_issue(minutes=None)
    escalation = levels.send_up()
    observed = "1 escalation, 0 without a ledger, 1 without minutes"
    return Expected(levels.issue, levels.community, FAIL, observed, [("Escalation", escalation)])


@case("ISS1")
def never_sent_up(city, _):
    levels = Levels(city)
    return Expected(levels.raise_issue(), levels.compound, NOT_APPLICABLE, None, [])


@case("ISS1")
def sent_up_tomorrow(city, _):
    levels, _ = sent_up(city, day=TOMORROW, ledger=None)
    return Expected(levels.issue, levels.compound, NOT_APPLICABLE, None, [])


@case("ISS1")
def minutes_of_a_meeting_to_come(city, _):
    levels, escalation = sent_up(city, minutes=False)
    city.undated(escalation, "WITH_MINUTES_OF", levels.meet(levels.compound, TOMORROW))
    observed = "1 escalation, 0 without a ledger, 1 without minutes"
    return Expected(levels.issue, levels.community, FAIL, observed, [("Escalation", escalation)])


# --- ISS2: one level up ---


@case("ISS2")
def one_level_at_a_time(city, _):
    levels, first = sent_up(city)
    second = levels.send_up(levels.community, levels.subdistrict, day=MET)
    third = levels.send_up(levels.subdistrict, city.code, day=MET + days(1))
    observed = "3 escalations, each one level up"
    return Expected(levels.issue, city.code, PASS, observed, each("Escalation", [first, second, third]))


@case("ISS2")
def a_level_skipped(city, _):
    levels = Levels(city)
    levels.raise_issue()
    escalation = levels.send_up(levels.compound, levels.subdistrict)
    observed = "1 of 1 escalation not one level up"
    return Expected(levels.issue, levels.subdistrict, FAIL, observed, [("Escalation", escalation)])


@case("ISS2")
def sent_to_the_same_level(city, _):
    levels, first = sent_up(city)
    other = city.community(levels.subdistrict)
    conference(city, other)
    second = levels.send_up(levels.community, other, day=MET)
    observed = "1 of 2 escalations not one level up"
    return Expected(levels.issue, other, FAIL, observed, each("Escalation", [first, second]))


@case("ISS2")
def settled_where_it_was_raised(city, _):
    levels = Levels(city)
    return Expected(levels.raise_issue(), levels.compound, NOT_APPLICABLE, None, [])


# --- ISS3: on the next agenda ---

ON_THE_NEXT = "on the next agenda after 1 escalation"
NOT_ON_THE_NEXT = "not on the next agenda after 1 of 1 escalation"


@case("ISS3")
def on_the_next_regular_agenda(city, _):
    levels, _ = sent_up(city)
    levels.meet(levels.community, SUBMITTED - days(1))
    agenda = levels.take_up()
    levels.meet(levels.community, AS_OF)
    return Expected(levels.issue, levels.community, PASS, ON_THE_NEXT, [("Meeting", agenda)])


@case("ISS3")
def on_the_agenda_on_the_day_of_the_submission(city, _):
    levels, _ = sent_up(city)
    agenda = levels.take_up(day=SUBMITTED)
    return Expected(levels.issue, levels.community, PASS, ON_THE_NEXT, [("Meeting", agenda)])


@case("ISS3")
def a_meeting_on_the_day_of_the_submission_that_did_not_take_it_up(city, _):
    levels, _ = sent_up(city)
    levels.meet(levels.community, SUBMITTED)
    return Expected(levels.issue, levels.community, NOT_APPLICABLE, None, [])


@case("ISS3")
def on_the_agenda_of_the_first_meeting_after_the_day_of_the_submission(city, _):
    levels, _ = sent_up(city)
    levels.meet(levels.community, SUBMITTED)
    agenda = levels.take_up(day=SUBMITTED + days(1))
    return Expected(levels.issue, levels.community, PASS, ON_THE_NEXT, [("Meeting", agenda)])


@case("ISS3")
def two_meetings_on_the_day_of_the_submission_of_which_one_took_it_up(city, _):
    levels, _ = sent_up(city)
    levels.meet(levels.community, SUBMITTED)
    agenda = levels.take_up(day=SUBMITTED)
    levels.meet(levels.community)
    return Expected(levels.issue, levels.community, PASS, ON_THE_NEXT, [("Meeting", agenda)])


@case("ISS3")
def on_the_agenda_of_an_extraordinary_meeting_on_the_day_of_the_submission(city, _):
    levels, _ = sent_up(city)
    agenda = levels.take_up(day=SUBMITTED, kind="EXTRAORDINARY")
    levels.meet(levels.community)
    return Expected(levels.issue, levels.community, PASS, ON_THE_NEXT, [("Meeting", agenda)])


@case("ISS3")
def on_the_agenda_of_an_extraordinary_meeting_before(city, _):
    levels, _ = sent_up(city)
    agenda = levels.take_up(day=MET - days(1), kind="EXTRAORDINARY")
    levels.meet(levels.community)
    return Expected(levels.issue, levels.community, PASS, ON_THE_NEXT, [("Meeting", agenda)])


@case("ISS3")
def on_the_agenda_of_an_extraordinary_meeting_after(city, _):
    levels, _ = sent_up(city)
    levels.meet(levels.community)
    agenda = levels.take_up(day=MET + days(1), kind="EXTRAORDINARY")
    return Expected(levels.issue, levels.community, FAIL, NOT_ON_THE_NEXT, [("Meeting", agenda)])


@case("ISS3")
def on_the_agenda_of_the_meeting_after_the_next(city, _):
    levels, _ = sent_up(city)
    levels.meet(levels.community)
    agenda = levels.take_up(day=AS_OF)
    return Expected(levels.issue, levels.community, FAIL, NOT_ON_THE_NEXT, [("Meeting", agenda)])


@case("ISS3")
def on_no_agenda(city, _):
    levels, _ = sent_up(city)
    levels.meet(levels.community, AS_OF)
    return Expected(levels.issue, levels.community, FAIL, NOT_ON_THE_NEXT, [])


@case("ISS3")
def on_the_first_agenda_and_not_on_the_second(city, _):
    levels, _ = sent_up(city)
    agenda = levels.take_up()
    levels.send_up(levels.community, levels.subdistrict, day=MET + days(1))
    levels.meet(levels.subdistrict, MET + days(2))
    observed = "not on the next agenda after 1 of 2 escalations"
    return Expected(levels.issue, levels.subdistrict, FAIL, observed, [("Meeting", agenda)])


@case("ISS3")
def on_the_first_agenda_while_the_second_is_to_come(city, _):
    levels, _ = sent_up(city)
    agenda = levels.take_up()
    levels.send_up(levels.community, levels.subdistrict, day=MET + days(1))
    return Expected(levels.issue, levels.subdistrict, PASS, ON_THE_NEXT, [("Meeting", agenda)])


@case("ISS3")
def no_meeting_above_since(city, _):
    levels, _ = sent_up(city)
    levels.meet(levels.community, SUBMITTED - days(1))
    levels.meet(levels.community, TOMORROW)
    return Expected(levels.issue, levels.community, NOT_APPLICABLE, None, [])


@case("ISS3")
def on_the_agenda_of_an_extraordinary_meeting_alone(city, _):
    levels, _ = sent_up(city)
    levels.take_up(kind="EXTRAORDINARY")
    return Expected(levels.issue, levels.community, NOT_APPLICABLE, None, [])


# --- ISS4: feedback in time ---


@case("ISS4")
def feedback_on_the_last_day(city, _):
    levels, escalation = sent_up(city, feedback=MET + days(30))
    levels.take_up()
    observed = "feedback 30 days after the agenda meeting"
    return Expected(levels.issue, levels.community, PASS, observed, [("Escalation", escalation)])


@case("ISS4")
def feedback_the_next_day(city, _):
    levels, escalation = sent_up(city, feedback=MET + days(1))
    levels.take_up()
    observed = "feedback 1 day after the agenda meeting"
    return Expected(levels.issue, levels.community, PASS, observed, [("Escalation", escalation)])


@case("ISS4")
def feedback_a_day_late(city, _):
    levels, escalation = sent_up(city, feedback=MET + days(31))
    levels.take_up()
    observed = "feedback 31 days after the agenda meeting"
    return Expected(levels.issue, levels.community, FAIL, observed, [("Escalation", escalation)])


@case("ISS4")
def no_feedback_and_the_days_have_passed(city, _):
    levels, escalation = sent_up(city)
    levels.take_up(day=AS_OF - days(31))
    observed = "no feedback 31 days after the agenda meeting"
    return Expected(levels.issue, levels.community, FAIL, observed, [("Escalation", escalation)])


@case("ISS4")
def feedback_comes_tomorrow_too_late(city, _):
    levels, escalation = sent_up(city, feedback=TOMORROW)
    levels.take_up()
    observed = f"no feedback {(AS_OF - MET).days} days after the agenda meeting"
    return Expected(levels.issue, levels.community, FAIL, observed, [("Escalation", escalation)])


@case("ISS4")
def feedback_once_and_missing_the_second_time(city, _):
    levels, first = sent_up(city, feedback=MET)
    levels.take_up()
    second = levels.send_up(levels.community, levels.subdistrict, day=MET + days(1))
    levels.take_up(levels.subdistrict, MET + days(2))
    observed = f"no feedback {(AS_OF - MET).days - 2} days after the agenda meeting"
    return Expected(levels.issue, levels.subdistrict, FAIL, observed, each("Escalation", [first, second]))


@case("ISS4")
def no_feedback_on_the_last_day(city, _):
    levels, _ = sent_up(city)
    levels.take_up(day=AS_OF - days(30))
    return Expected(levels.issue, levels.community, NOT_APPLICABLE, None, [])


@case("ISS4")
def not_on_an_agenda_yet(city, _):
    levels, _ = sent_up(city, feedback=SUBMITTED)
    levels.meet(levels.community)
    return Expected(levels.issue, levels.community, NOT_APPLICABLE, None, [])
