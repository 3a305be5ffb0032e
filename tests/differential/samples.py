"""Values for arguments: what exists, what does not, and what can't be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from differential import issues
from differential.appointments import crossings
from differential.graph import AS_OF, Graph
from differential.ids import NODE_TYPES, global_id

_DAY = timedelta(days=1)
_MALFORMED_CODES = ("", "21068", "210681x", "２１０６８１", "210681001001 ", "210681D01", "abc")
_MALFORMED_IDS = ("", "x", "Q2l0eQ==", "Q2l0eToyMTA2ODE", "VGhpbmc6MQ==", "東")


@dataclass(repr=False)
class Samples:
    """What to draw arguments from. Things that show something stand beside random ones."""

    codes: Mapping[str, list[str]]
    ids: list[str]
    ids_of: Mapping[str, list[str]]
    days: list[date]
    texts: list[str]
    keys: list[str]
    bad_codes: tuple[str, ...] = _MALFORMED_CODES
    bad_ids: tuple[str, ...] = _MALFORMED_IDS

    def __repr__(self) -> str:
        return "samples"


def samples(graph: Graph) -> Samples:
    """The values that the tables suggest."""
    codes = {kind: [thing.id for thing in graph.of(kind)] for kind in _CODED}
    codes["Issue"] = [issues.code(graph, issue) for issue in graph.of("Issue")]
    nobody = {
        "City": ["210682"],
        "Subdistrict": ["210681009"],
        "Community": ["210681001099"],
        "Compound": ["210681001001099"],
        "Building": ["210681001001001099"],
        "Department": ["210681D999", "999999D001"],
        "Leader": ["210681L999"],
        "Issue": ["210681-2026-999", "210682-2026-001"],
    }
    ids_of = {kind: [global_id(kind, local) for local in sorted(locals_)] for kind, locals_ in _locals(graph).items()}
    names = sorted({thing.name for thing in graph.things.values() if "name" in thing.cells})
    return Samples(
        codes={kind: [*found, *nobody[kind]] for kind, found in codes.items()},
        ids=sorted(chain.from_iterable(ids_of.values())),
        ids_of=ids_of,
        days=_days(graph),
        texts=sorted(_parts(names)),
        keys=[*(figure["key"] for figure in graph.figures), "nothing"],
    )


_CODED = ("City", "Subdistrict", "Community", "Compound", "Building", "Department", "Leader")


def _locals(graph: Graph) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {kind: {thing.id for thing in graph.of(kind)} for kind in NODE_TYPES}
    found["Person"] |= found["Leader"]
    for link in graph.relations:
        if link.type == "PAIRED_WITH":
            found[f"{link.start.kind}Pairing"].add(link.id)
        if link.type == "HOLDS":
            found["Appointment"].add(link.id)
    for compound in graph.of("Compound"):
        for day in (AS_OF, AS_OF - 365 * _DAY):
            found["CrossAppointment"] |= {crossing.key for crossing in crossings(graph, compound, day)}
    # Well-formed ids that name nothing, or a thing of another type.
    for kind in ("Person", "Leader", "Branch", "Community", "DepartmentPairing", "Appointment", "CrossAppointment"):
        found[kind] |= {"210681001002001B1", "nothing", "210681001|x|y", "210681D001-1"}
    return found


def _days(graph: Graph) -> list[date]:
    """Days on which something begins or ends and their neighbours, the days around the tables' own, and the far ends."""
    turns = {day for link in graph.relations for day in (link.since, link.until) if day}
    turns |= {day for thing in graph.things.values() for day in thing.days}
    turns |= issues.days(graph)
    near = {day + step for day in turns for step in (-_DAY, 0 * _DAY, _DAY)}
    return sorted(near | {AS_OF, date(1, 1, 1), date(9999, 12, 31), AS_OF - 1095 * _DAY, AS_OF + 365 * _DAY})


def _parts(names: Iterable[str]) -> set[str]:
    """Names, and parts of them that are long enough to be words."""
    parts: set[str] = {"没有这个", "x", " 小区 ", "1号楼", "党", "善行28", "十个一"}
    for name in names:
        parts |= {name, name[:2], name[-2:], name[1:4], name[0]}
    return {part for part in parts if part}
