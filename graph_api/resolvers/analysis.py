"""Bridges, parts and clusters of organizations: plain functions over memberships.

Persons and organizations form a bipartite graph with an edge per membership. networkx provides the algorithms; it is
imported on first use, since most processes never need it. It receives numbers in the order of the IDs instead of the
IDs, whose order in sets differs between processes: the same graph always gives the same result.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import networkx

# Equal shares must compare as equal, whatever the order of summation.
_DECIMALS = 12


class Belonging(NamedTuple):
    """A person's membership in an organization; both as IDs."""

    person: str
    body: str


@dataclass(frozen=True)
class Involvement:
    """A person with the organizations considered."""

    person: str
    bodies: tuple[str, ...]

    def row(self) -> dict[str, Any]:
        """The involvement as a parameter of a statement."""
        return {"person": self.person, "bodies": list(self.bodies), "body_count": len(self.bodies)}


@dataclass(frozen=True)
class Bridge:
    """A person who belongs to two or more organizations.

    `betweenness` is the share of all pairs of other persons and organizations whose shortest path runs through the
    person; a pair with several shortest paths counts in part. `part_count` is the number of groups that the connected
    organizations would fall into without the person.
    """

    involvement: Involvement
    betweenness: float
    part_count: int

    def row(self) -> dict[str, Any]:
        """The bridge as a parameter of a statement."""
        return {**self.involvement.row(), "betweenness": self.betweenness, "part_count": self.part_count}


@dataclass(frozen=True)
class Cluster:
    """Organizations that share more people with each other than with others, and the persons who belong to two or more
    of them."""

    bodies: tuple[str, ...]
    shared: tuple[Involvement, ...]

    def row(self) -> dict[str, Any]:
        """The cluster as a parameter of a statement."""
        return {
            "key": self.bodies[0],
            "bodies": list(self.bodies),
            "body_count": len(self.bodies),
            "shared": [involvement.row() for involvement in self.shared],
            "shared_count": len(self.shared),
        }


class Web:
    """Persons, organizations and memberships. Everything computed from them is computed once."""

    def __init__(self, belongings: Iterable[Belonging]) -> None:
        self._belongings = sorted(set(belongings))
        persons = sorted({person for person, _ in self._belongings})
        self._bodies = sorted({body for _, body in self._belongings})
        self._ids = [*persons, *self._bodies]
        self._first_body = len(persons)

    @property
    def belonging_count(self) -> int:
        """The number of memberships."""
        return len(self._belongings)

    @cached_property
    def involvements(self) -> tuple[Involvement, ...]:
        """All persons with all their organizations, by ID."""
        bodies: dict[str, list[str]] = {}
        for person, body in self._belongings:
            bodies.setdefault(person, []).append(body)
        return tuple(Involvement(person, tuple(theirs)) for person, theirs in bodies.items())

    @cached_property
    def bridges(self) -> list[Bridge]:
        """The persons who belong to two or more organizations, by ID."""
        import networkx  # noqa: PLC0415 - imported when it is needed

        between: dict[int, float] = {}
        for component in self._components():
            between |= networkx.betweenness_centrality(component, normalized=False)
        blocks = Counter(node for block in networkx.biconnected_components(self._graph) for node in block)
        others = len(self._ids) - 1
        pairs = max(others * (others - 1) / 2, 1)
        return [
            Bridge(involvement, round(between[number] / pairs, _DECIMALS), blocks[number])
            for number, involvement in enumerate(self.involvements)
            if len(involvement.bodies) > 1
        ]

    @cached_property
    def parts(self) -> dict[str, list[list[str]]]:
        """The groups of organizations that only one person connects, by that person, largest first.

        Without the person, no group would be connected with another. A person without whom all would stay connected has
        none.
        """
        import networkx  # noqa: PLC0415 - imported when it is needed

        found = {}
        for component in self._components():
            for number in list(networkx.articulation_points(component)):
                if number < self._first_body:
                    bodies = list(component[number])
                    component.remove_node(number)
                    groups = [self._bodies_among(group) for group in networkx.connected_components(component)]
                    component.add_edges_from((number, body) for body in bodies)
                    found[self._ids[number]] = sorted(groups, key=lambda group: (-len(group), group))
        return found

    @cached_property
    def clusters(self) -> list[Cluster]:
        """The clusters of organizations that share people, largest first. An organization that shares no member is in
        none.

        They are the communities of greatest modularity (Clauset, Newman and Moore) of the organizations, where the
        weight between two is the number of members they share.
        """
        import networkx  # noqa: PLC0415 - imported when it is needed

        pairs = Counter(pair for person in self.involvements for pair in combinations(person.bodies, 2))
        if not pairs:
            return []
        numbers = {body: number for number, body in enumerate(self._bodies)}
        graph = networkx.Graph()
        graph.add_nodes_from(sorted({numbers[body] for pair in pairs for body in pair}))
        graph.add_weighted_edges_from((numbers[one], numbers[other], pairs[one, other]) for one, other in sorted(pairs))
        groups = networkx.community.greedy_modularity_communities(graph, weight="weight")
        clusters = [self._cluster({self._bodies[number] for number in group}) for group in groups]
        return sorted(clusters, key=lambda cluster: (-len(cluster.bodies), cluster.bodies))

    @cached_property
    def _graph(self) -> networkx.Graph:
        import networkx  # noqa: PLC0415 - imported when it is needed

        numbers = {id_: number for number, id_ in enumerate(self._ids)}
        graph = networkx.Graph()
        graph.add_nodes_from(range(len(self._ids)))
        graph.add_edges_from((numbers[person], numbers[body]) for person, body in self._belongings)
        return graph

    def _components(self) -> Iterator[networkx.Graph]:
        """The connected components of the graph: processing each separately takes a fraction of the time."""
        import networkx  # noqa: PLC0415 - imported when it is needed

        for component in networkx.connected_components(self._graph):
            connected = networkx.Graph()
            connected.add_nodes_from(sorted(component))
            connected.add_edges_from(self._graph.subgraph(component).edges)
            yield connected

    def _bodies_among(self, numbers: Iterable[int]) -> list[str]:
        return sorted(self._ids[number] for number in numbers if number >= self._first_body)

    def _cluster(self, bodies: set[str]) -> Cluster:
        within = [
            Involvement(person.person, tuple(body for body in person.bodies if body in bodies))
            for person in self.involvements
        ]
        return Cluster(tuple(sorted(bodies)), tuple(person for person in within if len(person.bodies) > 1))
