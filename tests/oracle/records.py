"""Records of the seed's tables, with real days."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Location:
    longitude: float
    latitude: float


@dataclass(frozen=True)
class Relation:
    """A dated relation: it holds from `since` up to, not including, `until`."""

    id: str
    start: str
    end: str
    since: date
    until: date | None = None
    role: str = ""
    channel: str = ""
    category: str = ""

    def holds(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True)
class Meeting:
    id: str
    conference: str
    date: date
    regular: bool = True
    minutes: bool = True


@dataclass(frozen=True)
class Attendance:
    """Somebody at a meeting; the category is the one in which they were invited, if they were."""

    meeting: str
    actor: str
    category: str = ""


@dataclass(frozen=True)
class Document:
    id: str
    meeting: str
    kind: str


@dataclass(frozen=True)
class Issue:
    id: str
    meeting: str
    resolved_on: date | None = None


@dataclass(frozen=True)
class Escalation:
    """An issue that one conference sent up to another, with the meeting whose minutes went along."""

    id: str
    issue: str
    lower: str
    upper: str
    date: date
    ledger: bool = True
    minutes_of: str | None = None
    feedback_on: date | None = None


@dataclass(frozen=True)
class Deed:
    id: str
    date: date


@dataclass(frozen=True)
class Contribution:
    id: str
    receiver: str
    date: date
    value_cny: float
    purpose: str = ""


@dataclass(frozen=True)
class Visit:
    id: str
    leader: str
    community: str
    date: date


@dataclass(frozen=True)
class Round:
    """A community's evaluation of a year; not closed yet where it is not on record when."""

    id: str
    community: str
    closed_on: date | None


@dataclass(frozen=True)
class Evaluation:
    """A department's evaluation in a round: what each rater's points come to."""

    id: str
    round: str
    department: str
    ratings: tuple[int, ...]


@dataclass(frozen=True)
class Appraisal:
    id: str
    date: date


@dataclass(frozen=True)
class Choice:
    """The posts that an in-service member chose on a day."""

    member: str
    date: date
    posts: tuple[str, ...]


@dataclass(frozen=True)
class Form:
    """A form that an in-service member handed in."""

    member: str
    date: date


@dataclass(frozen=True)
class ServiceRecord:
    """So many consultations or mediations, or so much donated."""

    kind: str
    date: date
    amount: float
