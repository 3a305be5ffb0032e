"""What joint conferences are for."""

from __future__ import annotations

_RESPONSIBILITIES = {
    "CITY": [
        "Lays down how what higher levels decide is put into practice.",
        "Looks into new situations and problems.",
        "Sets lines of work and goals.",
        "Sums up results and arranges the work at hand.",
    ],
    "SUBDISTRICT": [
        "Works out how to carry out what the city arranges.",
        "Agrees on lines, measures and ways of the subdistrict's work.",
        "Settles weighty matters that concern the residents of the subdistrict.",
    ],
    "COMMUNITY": [
        "Draws up the plan of the year.",
        "Joins what stationed units and the community have, and helps with it.",
        "Settles practical problems of the community with stationed units.",
    ],
    "COMPOUND": [
        "Discusses the work of the branch and the services for residents.",
        "Settles practical difficulties that residents bring up.",
        "Makes proposals to the level above.",
    ],
}


def responsibilities(level: str | None) -> list[str]:
    """What a conference of the level has to do; nothing where the level is not known."""
    return _RESPONSIBILITIES.get(level or "", [])
