"""The tables of a seed in the order in which they are loaded: for each the model of its rows and its statement."""

from __future__ import annotations

from graph_api.seed.tables import (
    appointments,
    building_groups,
    conferences,
    departments,
    evaluations,
    figures,
    issues,
    leaders,
    members,
    organizations,
    pairings,
    persons,
    places,
    synergy,
    visits,
)
from graph_api.seed.tables.table import Table

# A table stands after every table that its rows refer to.
TABLES: tuple[Table, ...] = (
    *places.TABLES,
    *departments.TABLES,
    *leaders.TABLES,
    *pairings.TABLES,
    *organizations.TABLES,
    *persons.TABLES,
    *conferences.TABLES,
    *appointments.TABLES,
    *building_groups.TABLES,
    *synergy.TABLES,
    *issues.TABLES,
    *visits.TABLES,
    *evaluations.TABLES,
    *members.TABLES,
    *figures.TABLES,
)

__all__ = ["TABLES", "Table"]
