"""A relation of the graph as a sentence."""

from __future__ import annotations

_HOLDS = {
    "SECRETARY": "is secretary of",
    "DEPUTY_SECRETARY": "is deputy secretary of",
    "COMMITTEE_MEMBER": "is on the committee of",
    "DIRECTOR": "is director of",
    "DEPUTY_DIRECTOR": "is deputy director of",
    "MEMBER": "is a member of",
    "PARTY_HEAD": "is Party head of",
    "MANAGER": "is manager of",
    "QUALITY_SUPERVISOR": "is property quality supervisor at",
    "CONVENOR": "is convenor of",
}
_VERBS = {
    "PART_OF": "lies in",
    "ADJACENT_TO": "stands beside",
    "PAIRED_WITH": "is paired with",
    "SUPERVISES": "supervises",
    "SERVES": "serves",
    "FOUNDED_ON": "was founded on",
    "FORMED_IN": "was formed in",
    "COVERS": "covers",
    "LEADS": "leads",
    "HOSTS": "hosts",
    "HEADS": "heads",
    "HOLDS": "holds a position in",
    "STATIONED_IN": "is stationed in",
    "ORGANIZED_IN": "is the Party organization of",
    "BELONGS_TO": "is a standing member of",
    "INVITED_TO": "is invited to",
    "LIAISON_OF": "holds the liaison office of",
    "MEMBER_OF": "is a member unit of",
    "OFFERS": "offers",
    "LIES_IN": "lies in",
}


def sentence(subject: str, relation: str, role: str | None, target: str, since: str | None) -> str:
    """The relation in words, as in "… is secretary of the branch of 鼎林华庭小区 since 2024-03-01"."""
    verb = _HOLDS.get(role or "") or _VERBS[relation]
    return f"{subject} {verb} {target}" + (f" since {since}" if since else "")
