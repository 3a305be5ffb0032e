"""Analysis: what links bodies, and what would come apart. Plain functions over who belongs to which body.

Persons and bodies make a bipartite graph: a person is joined to each body that they belong to. networkx knows the
algorithms; it is imported when the first analysis is asked for, since most processes never need it. It is given numbers
in the order of the ids rather than ids, whose order in sets differs from process to process: the same graph always gives
the same answer.
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

# Shares that are equal must compare as equal, in whatever order they were added up.
_DECIMALS = 12


class Belonging(NamedTuple):
    """A person belongs to a body; both by their ids."""

    person: str
    body: str


@dataclass(frozen=True)
class Involvement:
    """A person with those bodies of theirs that are in question."""

    person: str
    bodies: tuple[str, ...]

    def row(self) -> dict[str, Any]:
        """The involvement as a parameter of a statement."""
        return {"person": self.person, "bodies": list(self.bodies), "body_count": len(self.bodies)}


@dataclass(frozen=True)
class Bridge:
    """A person in two bodies or more, and how much hangs on them.

    `betweenness` is the share of all pairs of other persons and bodies whose shortest ways lead through the person, where
    several are equally short each in its part. `part_count` is the number of parts that the bodies connected with the
    person would be in without them.
    """

    involvement: Involvement
    betweenness: float
    part_count: int

    def row(self) -> dict[str, Any]:
        """The bridge as a parameter of a statement."""
        return {**self.involvement.row(), "betweenness": self.betweenness, "part_count": self.part_count}


@dataclass(frozen=True)
class Cluster:
    """Bodies that share more people with each other than with others, and the persons who are in two of them or more."""

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
    """Persons and bodies, and who belongs to which. What is asked of it is worked out once."""

    def __init__(self, belongings: Iterable[Belonging]) -> None:
        self._belongings = sorted(set(belongings))
        persons = sorted({person for person, _ in self._belongings})
        self._bodies = sorted({body for _, body in self._belongings})
        self._ids = [*persons, *self._bodies]
        self._first_body = len(persons)

    @property
    def belonging_count(self) -> int:
        """How many belongings there are."""
        return len(self._belongings)

    @cached_property
    def involvements(self) -> tuple[Involvement, ...]:
        """Everybody with all their bodies, by id."""
        bodies: dict[str, list[str]] = {}
        for person, body in self._belongings:
            bodies.setdefault(person, []).append(body)
        return tuple(Involvement(person, tuple(theirs)) for person, theirs in bodies.items())

    @cached_property
    def bridges(self) -> list[Bridge]:
        """The persons in two bodies or more, by id."""
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
        """The groups of bodies that only one person holds together, by that person; the largest first.

        Without the person no group would be connected with another. Persons without whom nothing would come apart have
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
        """The clusters of bodies that share people, the largest first; a body that shares nobody is in none.

        They are the communities of greatest modularity (Clauset, Newman and Moore) of the bodies, each pair of which is
        joined as closely as it shares people.
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
        """The graph's connected parts: going through each by itself takes a fraction of the time."""
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
