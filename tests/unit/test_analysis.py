import os
import subprocess
import sys
from itertools import permutations

import pytest

from graph_api.resolvers.analysis import Belonging, Involvement, Web

# A - p - B - q - C
PATH = "pA pB qB qC"
# p in A, B and C
STAR = "pA pB pC"
# A, B, C and D, E, F each in a ring of shared persons; j in C and D
TRIANGLES = "kA kB lB lC mC mA nD nE oE oF rF rD jC jD"
# p and q both in A and B
TWINS = "pA pB qA qB"


def web(text):
    return Web(Belonging(person, body) for person, body in text.split())


def betweenness(text):
    return {bridge.involvement.person: bridge.betweenness for bridge in web(text).bridges}


def part_counts(text):
    return {bridge.involvement.person: bridge.part_count for bridge in web(text).bridges}


def clusters(text):
    return ["".join(cluster.bodies) for cluster in web(text).clusters]


@pytest.mark.parametrize("text", ["", "pA", "pA qA rA", "pA qB"])
def test_nothing_is_linked_where_everybody_is_in_one_body(text):
    found = web(text)
    assert (found.bridges, found.parts, found.clusters) == ([], {}, [])


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        (
            PATH,
            {"p": 3 / 6, "q": 3 / 6},
        ),  # of the 6 pairs of 4 others, those of the 1 on one side with the 3 on the other
        (STAR, {"p": 1}),
        (TWINS, {"p": 0.5 / 3, "q": 0.5 / 3}),  # between A and B, as good a way as the other
        ("pA pB", {"p": 1}),
        ("pA pB qC", {"p": 1 / 6}),  # what is not connected counts among the pairs
    ],
)
def test_betweenness_is_the_share_of_pairs_whose_shortest_ways_lead_through_the_person(text, shares):
    assert betweenness(text) == pytest.approx(shares)


def test_betweenness_of_one_who_joins_two_triangles():
    shares = betweenness(TRIANGLES)
    assert shares["j"] == pytest.approx(6 * 6 / 66)
    assert max(shares, key=shares.get) == "j"


def test_equal_shares_are_equal_to_the_last_digit():
    shares = betweenness(TRIANGLES)
    assert shares["l"] == shares["m"] == shares["n"] == shares["r"]
    assert shares["k"] == shares["o"]


def test_a_bridge_has_all_bodies_of_the_person():
    assert [bridge.involvement for bridge in web("pB pA qA rC rB pA").bridges] == [
        Involvement("p", ("A", "B")),
        Involvement("r", ("B", "C")),
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (PATH, {"p": [["B", "C"], ["A"]], "q": [["A", "B"], ["C"]]}),
        (STAR, {"p": [["A"], ["B"], ["C"]]}),
        (TWINS, {}),
        (TRIANGLES, {"j": [["A", "B", "C"], ["D", "E", "F"]]}),
        ("pA pB qC qD", {"p": [["A"], ["B"]], "q": [["C"], ["D"]]}),
        ("pA pB pC qB qC", {"p": [["B", "C"], ["A"]]}),
    ],
)
def test_parts_are_what_only_the_person_holds_together(text, parts):
    assert web(text).parts == parts


@pytest.mark.parametrize("text", [PATH, STAR, TWINS, TRIANGLES, "pA pB pC qB qC", "pA pB qC qD"])
def test_there_are_as_many_parts_as_are_counted(text):
    parts = web(text).parts
    assert part_counts(text) == {person: len(parts.get(person, [1])) for person in part_counts(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (STAR, ["ABC"]),
        (TWINS, ["AB"]),
        (TRIANGLES, ["ABC", "DEF"]),
        ("pA pB qC qD", ["AB", "CD"]),
        ("pC pD qA qB rE", ["AB", "CD"]),  # the same size: by id; E shares nobody
        ("pD pE pF qA qB", ["DEF", "AB"]),
    ],
)
def test_clusters_are_bodies_that_share_people(text, expected):
    assert clusters(text) == expected


def test_a_cluster_has_the_persons_who_are_in_two_of_its_bodies_with_these_bodies():
    first, second = web(TRIANGLES + " kX").clusters
    assert "".join(first.bodies) == "ABCX"
    assert first.shared == (
        Involvement("k", ("A", "B", "X")),
        Involvement("l", ("B", "C")),
        Involvement("m", ("A", "C")),
    )
    assert [person.person for person in second.shared] == ["n", "o", "r"]


def test_the_order_and_number_of_times_that_it_is_told_change_nothing():
    pairs = ["pA", "pB", "qB", "qC", "rA"]
    told = [web(" ".join(order + order[:1])) for order in permutations(pairs)]
    assert len({(tuple(each.bridges), str(each.parts), tuple(each.clusters)) for each in told}) == 1


SCRIPT = """
from graph_api.resolvers.analysis import Belonging, Web
web = Web(Belonging(f"person {n % 17}", f"body {n * n % 23}") for n in range(200))
print([bridge.row() for bridge in web.bridges], web.parts, [cluster.row() for cluster in web.clusters])
"""


def test_every_process_finds_the_same():
    said = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1


IMPORTS = """
import sys
import graph_api, graph_api.app, graph_api.cli
from graph_api.catalogue import load_catalogue
from graph_api.execution import Engine
from graph_api.settings import Settings
Engine(None, load_catalogue(), Settings())
assert "networkx" not in sys.modules
"""


def test_networkx_is_not_imported_before_it_is_needed():
    subprocess.run([sys.executable, "-c", IMPORTS], check=True)
