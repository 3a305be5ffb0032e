"""The root of all queries: the root fields of every noun, in the order in which the schema prints them."""

from __future__ import annotations

from strawberry.tools import create_type

from graph_api.schema import (
    analysis,
    appointments,
    building_groups,
    chains,
    common_failures,
    communities,
    compounds,
    conferences,
    coverage,
    departments,
    due,
    escalations,
    evaluations,
    finding_counts,
    issues,
    languages,
    leaders,
    members,
    nodes,
    organizations,
    places,
    search,
    synergy,
    visits,
    workloads,
)

_DESCRIPTION = (
    "The root of all queries. Results describe a date, `asOf` (default: today). If a list on the root is null, an "
    "error explains why; if the list is non-null, the whole result is null instead."
)
_FIELDS = (
    coverage.rules,
    nodes.node,
    nodes.nodes,
    nodes.node_as_of,
    places.place,
    places.city,
    places.subdistrict,
    communities.community,
    compounds.compound,
    departments.department,
    leaders.leader,
    issues.issue,
    places.cities,
    communities.communities,
    compounds.compounds,
    departments.departments,
    leaders.leaders,
    organizations.organizations,
    organizations.branches,
    organizations.property_companies,
    organizations.units,
    organizations.party_organizations,
    appointments.appointments,
    appointments.cross_appointments,
    workloads.workloads,
    visits.visits,
    visits.visit_counts,
    evaluations.evaluations,
    conferences.conferences,
    conferences.meetings,
    issues.issues,
    issues.issue_counts,
    issues.issue_sums,
    escalations.escalations,
    building_groups.building_groups,
    synergy.synergy_bodies,
    synergy.deeds,
    synergy.deed_sums,
    synergy.contribution_sums,
    synergy.contributions,
    coverage.coverage,
    due.due,
    members.service,
    coverage.coverage_findings,
    finding_counts.finding_counts,
    common_failures.common_failures,
    coverage.coverage_history,
    coverage.coverage_changes,
    coverage.coverage_change_counts,
    analysis.persons,
    analysis.bridges,
    analysis.clusters,
    languages.enum_labels,
    search.search,
    search.search_results,
    chains.paths,
    chains.connections,
)


def query_type() -> type:
    """The type `Query`. Made after `introduce`, as Strawberry looks up the types of its fields at once."""
    return create_type("Query", list(_FIELDS), description=_DESCRIPTION)
