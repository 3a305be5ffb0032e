"""Sentences of every kind of relation: of a path along it and against it, in both languages."""

from differential.chains import LINKS
from differential.graph import AS_OF
from differential.ids import global_id
from differential.trial import disagreements

BOTH_WAYS = """query($one: ID!, $other: ID!, $day: Date!) {
  along: connections(from: $one, to: $other, asOf: $day) { ...Said }
  against: connections(from: $other, to: $one, asOf: $day) { ...Said }
}
fragment Said on Chain { steps { relation english: sentence chinese: sentence(language: ZH) } }"""


async def test_a_sentence_is_right_from_both_ends(engine, reference):
    """One relation of each type and role, between each two types of objects."""
    one_of_each = {}
    for link in reference.graph.relations:
        if link.type in LINKS and link.holds(AS_OF):
            role = link.cells["role"] if link.type == "HOLDS" else None
            one_of_each.setdefault((link.type, role, link.start.kind, link.end.kind), link)
    assert {type_ for type_, *_ in one_of_each} == set(LINKS)
    for kind, link in one_of_each.items():
        ends = {"one": global_id(link.start.kind, link.start.id), "other": global_id(link.end.kind, link.end.id)}
        assert not await disagreements(engine, reference, BOTH_WAYS, {**ends, "day": AS_OF.isoformat()}), kind
