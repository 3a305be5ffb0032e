"""Chains: how two things of the graph are connected."""

from __future__ import annotations

from datetime import date

import strawberry

from graph_api.compiler.ids import GlobalId, decode_id
from graph_api.compiler.sources import Property, Row, Same, Value
from graph_api.errors import ClientError, ErrorCode
from graph_api.resolvers.chains import sentence
from graph_api.schema.fields import computed, declared, related, same, stored, value
from graph_api.schema.nodes import Node

# The types of what relations link; each is a label, too.
_THINGS = frozenset(
    {
        "City",
        "Subdistrict",
        "Community",
        "Compound",
        "Building",
        "Department",
        "Leader",
        "Person",
        "Branch",
        "OwnersCommittee",
        "PropertyCompany",
        "BuildingGroup",
        "Enterprise",
        "SocialOrganization",
        "Unit",
        "PartyOrganization",
        "Conference",
        "SynergyBody",
        "VolunteerTeam",
        "ResponsibilityZone",
    }
)


@strawberry.type(description="One relation of a chain, as a sentence and as data.")
class ChainStep:
    """One relation of a chain."""

    row = Row("link", needs=("from_node", "to_node"))

    from_: Node = declared(Same({"node": "from_node"}), "The thing nearer to the chain's start.", name="from")
    to: Node = same("The thing nearer to the chain's end.", node="to_node")
    relation: str = value("The relation's type in the graph, such as PAIRED_WITH.", "chains.relation")
    sentence: str = computed(
        "What the relation says, in its own direction.",
        sentence,
        subject=Value("chains.subject"),
        relation=Value("chains.relation"),
        role=Property("role"),
        target=Value("chains.target"),
        since=Value("chains.since"),
    )
    since: date | None = stored("The first day on which the relation holds; null where it has no dates.", key="since")


@strawberry.type(description="A chain of relations from one thing to another.")
class Chain:
    """A chain of relations from one thing to another."""

    row = Row("path")

    length: int = value("How many relations it has.", "chains.length")

    @related("chains.steps")
    def steps(self) -> list[ChainStep]:
        """The relations, from the start of the chain to its end."""


def entity_id(given: str) -> str:
    """The id in the graph of a thing that a chain can begin or end at. Raises BAD_ID for what no relation links."""
    return _thing(given).local


def entity_label(given: str) -> str:
    """The label that the thing must have for the id to be its own."""
    return _thing(given).type


def _thing(given: str) -> GlobalId:
    found = decode_id(given)
    if found.type not in _THINGS:
        raise ClientError(
            ErrorCode.BAD_ID, "Relations link no such thing: pass the id of a place, body, person or group."
        )
    return found
