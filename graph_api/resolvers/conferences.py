"""The responsibilities of joint conferences."""

from __future__ import annotations

_RESPONSIBILITIES = {
    "CITY": [
        "Works out how to implement the decisions of higher levels.",
        "Analyses new situations and problems.",
        "Sets the approach and goals of the work.",
        "Reviews results and plans current work.",
    ],
    "SUBDISTRICT": [
        "Works out how to implement the city's plans.",
        "Agrees on the approach, measures and methods of the subdistrict's work.",
        "Settles major matters that affect the residents of the subdistrict.",
    ],
    "COMMUNITY": [
        "Draws up the yearly work plan.",
        "Combines the resources of stationed units and the community to help residents.",
        "Settles practical problems of the community together with stationed units.",
    ],
    "COMPOUND": [
        "Discusses the branch's work and the services for residents.",
        "Settles practical difficulties that residents report.",
        "Makes proposals to the next level up.",
    ],
}


def responsibilities(level: str | None) -> list[str]:
    """The responsibilities of a conference of the level; empty if the level is unknown."""
    return _RESPONSIBILITIES.get(level or "", [])
