"""Leaders: persons in the city's leadership who are paired with a community and in charge of departments."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

import strawberry
from strawberry import UNSET

from graph_api.compiler.pages import DEFAULT_SIZE
from graph_api.compiler.sources import Row
from graph_api.schema.arguments import After, First
from graph_api.schema.coverage import Finding, Findings
from graph_api.schema.fields import described, kept, related, same, stored, value
from graph_api.schema.judgements import FINDINGS_OF_ACTOR
from graph_api.schema.nodes import Actor, Connection

if TYPE_CHECKING:
    from graph_api.schema.conferences import Meeting
    from graph_api.schema.departments import Department
    from graph_api.schema.pairings import LeaderPairing
    from graph_api.schema.persons import Person
    from graph_api.schema.visits import Visit


class MunicipalBody(Enum):
    """The four bodies of the city that leaders are of."""

    PARTY_COMMITTEE = "PARTY_COMMITTEE"
    PEOPLES_CONGRESS = "PEOPLES_CONGRESS"
    GOVERNMENT = "GOVERNMENT"
    CPPCC = "CPPCC"


described(
    MunicipalBody,
    "The four bodies of the city that leaders are of (四大班子).",
    {
        "PARTY_COMMITTEE": "The municipal Party committee (市委).",
        "PEOPLES_CONGRESS": "The municipal people's congress (市人大).",
        "GOVERNMENT": "The municipal government (市政府).",
        "CPPCC": "The municipal committee of the Chinese People's Political Consultative Conference (市政协).",
    },
)


@strawberry.type(description="A leader of the city (市级党员领导干部); each is paired with one community.")
class Leader(Actor):
    """A leader."""

    row = Row("leader", label="Leader", refetch="nodes.entity", of="Leader")

    code: str = stored("The city's code, L and 3 digits.", key="code")
    title: str = stored("The office that the leader holds.", key="title")
    body: MunicipalBody | None = stored(
        "The municipal body that the leader is of; null where none is on record.", key="body"
    )
    person: Person = same("The same human being, with all appointments.", person="leader")

    @related("pairings.leader_pairing")
    def pairing(self) -> LeaderPairing | None:
        """The pairing that holds (the earliest, should there be several)."""

    @related("pairings.leader_pairings")
    def pairings(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[LeaderPairing]:
        """Every pairing the leader ever had up to the day, ended ones included, newest first."""

    @related("leaders.supervised")
    def supervises(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Department]:
        """The departments whose field the leader is in charge of (分管), by code."""

    @related("visits.of_leader")
    def visits(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Visit]:
        """The visits that the leader made up to the day, newest first."""

    visit_overdue: bool | None = value(
        "Whether the leader made no visit to the community of the pairing in the last complete quarter; null without a "
        "pairing, or where it began after that quarter had.",
        "visits.overdue",
    )

    @related("conferences.attended", given={"actor": "leader"})
    def meetings(self, first: First = DEFAULT_SIZE, after: After = UNSET) -> Connection[Meeting]:
        """The meetings of joint conferences that the leader took part in up to the day, newest first."""

    @related("coverage.of_actor", arguments={"findings": FINDINGS_OF_ACTOR})
    def findings(
        self,
        filter: Findings = UNSET,
        first: First = DEFAULT_SIZE,
        after: After = UNSET,
    ) -> Connection[Finding]:
        """What the rules say of the leader."""


@strawberry.input(description="Which leaders to keep: those of whom all that is given is true.")
class LeaderFilter:
    """Which leaders to keep."""

    name: str | None = kept("The name contains this.", "nodes.name_contains")
    paired: bool | None = kept("Whether the leader is paired with a community.", "leaders.is_paired")
    accompanied: bool | None = kept(
        "Whether a department that the leader supervises is paired with the same community. Both answers leave out "
        "leaders without a pairing.",
        "leaders.is_accompanied",
    )
    visit_overdue: bool | None = kept(
        "Whether the leader made no visit to the community of the pairing in the last complete quarter. Both answers leave "
        "out leaders of whom none was due: without a pairing, or with one that began after that quarter had.",
        "visits.is_overdue",
    )
