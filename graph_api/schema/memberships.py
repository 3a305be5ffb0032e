"""Standing memberships of joint conferences and invitations to their meetings, as lists of a person's conferences."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import strawberry

from graph_api.compiler.sources import Row
from graph_api.schema.conferences import InviteeCategory, StandingCategory
from graph_api.schema.fields import same, stored
from graph_api.schema.pages import cursor_of, page

if TYPE_CHECKING:
    from graph_api.schema.conferences import Conference


@strawberry.type
class ConferenceMembershipEdge:
    """A conference in a person's list, with the person's standing membership."""

    row = Row("membership", needs=("conference",))

    cursor: str = cursor_of("item")
    node: Conference = same("The conference that the person is a standing member of.")
    category: StandingCategory = stored("The capacity in which the person is a standing member.", key="category")
    since: date = stored("The date the membership starts (inclusive).", key="since")
    until: date | None = stored("The date the membership ends (exclusive). Null if no end is recorded.", key="until")


@page("conferences", one="item", total="items", each="a cursor and the membership")
class ConferenceMembershipConnection:
    """A page of the conferences that a person is a standing member of."""

    nodes: list[Conference]
    edges: list[ConferenceMembershipEdge]


@strawberry.type
class ConferenceInvitationEdge:
    """A conference in a person's list, with the invitation to its meetings."""

    row = Row("invitation", needs=("conference",))

    cursor: str = cursor_of("item")
    node: Conference = same("The conference that the person is invited to.")
    category: InviteeCategory = stored("The capacity in which the person is invited.", key="category")
    since: date = stored("The date the invitation starts (inclusive).", key="since")
    until: date | None = stored("The date the invitation ends (exclusive). Null if no end is recorded.", key="until")


@page("conferences", one="item", total="items", each="a cursor and the invitation")
class ConferenceInvitationConnection:
    """A page of the conferences that a person is invited to."""

    nodes: list[Conference]
    edges: list[ConferenceInvitationEdge]
