"""A relation of the graph as a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from graph_api.languages import Language, Text, long_date

# In English the words between the two names. In Chinese the whole sentence; its date goes with a state or with an event.
# The subject is always the object that the relation starts from.
_HOLDS = {
    "SECRETARY": Text("is secretary of", "{subject}{since}担任{target}书记"),
    "DEPUTY_SECRETARY": Text("is deputy secretary of", "{subject}{since}担任{target}副书记"),
    "COMMITTEE_MEMBER": Text("is on the committee of", "{subject}{since}担任{target}委员"),
    "DIRECTOR": Text("is director of", "{subject}{since}担任{target}主任"),
    "DEPUTY_DIRECTOR": Text("is deputy director of", "{subject}{since}担任{target}副主任"),
    "MEMBER": Text("is a member of", "{subject}{since}担任{target}委员"),
    "PARTY_HEAD": Text("is Party head of", "{subject}{since}担任{target}党员负责人"),
    "MANAGER": Text("is manager of", "{subject}{since}担任{target}经理"),
    "QUALITY_SUPERVISOR": Text("is property quality supervisor at", "{subject}{since}担任{target}物业服务质量监督员"),
    "CONVENOR": Text("is convenor of", "{subject}{since}担任{target}总召集人"),
}
RELATIONS = {
    "PART_OF": Text("lies in", "{subject}{since}位于{target}"),
    "ADJACENT_TO": Text("stands beside", "{subject}{since}与{target}相邻"),
    "PAIRED_WITH": Text("is paired with", "{subject}{since}联系包扶{target}"),
    "SUPERVISES": Text("supervises", "{subject}{since}分管{target}"),
    "SERVES": Text("serves", "{subject}{since}服务{target}"),
    "FOUNDED_ON": Text("was founded on the basis of", "{subject}{on}依托{target}建立"),
    "FORMED_IN": Text("was formed in", "{subject}{on}在{target}组建"),
    "COVERS": Text("covers", "{subject}{since}覆盖{target}"),
    "LEADS": Text("leads", "{subject}{since}担任{target}组长"),
    "HOSTS": Text("hosts", "{subject}{since}承接{target}活动"),
    "HEADS": Text("heads", "{subject}{since}担任{target}户长"),
    "HOLDS": Text("holds a position in", "{subject}{since}在{target}任职"),
    "STATIONED_IN": Text("is stationed in", "{subject}{since}驻{target}"),
    "ORGANIZED_IN": Text("is the Party organization of", "{subject}{since}为{target}的党组织"),
    "BELONGS_TO": Text("is a standing member of", "{subject}{since}为{target}成员"),
    "INVITED_TO": Text("is invited to", "{subject}{since}受邀参加{target}"),
    "LIAISON_OF": Text("holds the liaison office of", "{subject}{since}承担{target}联络办公室工作"),
    "MEMBER_OF": Text("is a member unit of", "{subject}{since}为{target}成员单位"),
    "OFFERS": Text("offers the post of", "{subject}{since}设置{target}岗位"),
    "LIES_IN": Text("lies in", "{subject}{since}位于{target}"),
}
# A relation that says something else of these subjects.
_OF_SUBJECT = {
    ("Conference", "SERVES"): Text("is the conference of", "{subject}{since}为{target}的联席会"),
    ("OwnersCommittee", "SERVES"): Text("represents the owners of", "{subject}{since}代表{target}业主"),
}
# These happen on a day; all others last from one.
_EVENTS = frozenset({"FOUNDED_ON", "FORMED_IN"})
# How a sentence calls an object that has no name of its own, or none without the compound.
_CALLED = {
    "Branch": Text("the branch of {compound}", "{compound}党支部"),
    "OwnersCommittee": Text("the owners' committee of {compound}", "{compound}业委会"),
    "Building": Text("{name} of {compound}", "{compound}{name}"),
    "CentralHousehold": Text("a central household", "党员中心户"),
}

# What `chains.called` returns: a type that is called differently in sentences, the name, and the compound's name.
Called = Sequence[str | None]


def sentence(  # noqa: PLR0913 - the parts of a sentence
    subject: Called,
    relation: str,
    role: str | None,
    target: Called,
    since: str | None,
    language: str = Language.EN,
) -> str:
    """The relation in words, as in "… is secretary of the branch of 鼎林华庭小区 since 2024-03-01"."""
    words = _HOLDS.get(role or "") or _OF_SUBJECT.get((str(subject[0]), relation)) or RELATIONS[relation]
    one, other = called(subject, language), called(target, language)
    if language == Language.EN:
        when = "on" if relation in _EVENTS else "since"
        return f"{one} {words.en} {other}" + (f" {when} {since}" if since else "")
    day = long_date(date.fromisoformat(since)) if since else ""
    return words.zh.format(subject=one, target=other, since=day and f"自{day}起", on=day and f"于{day}")


def called(given: Called, language: str = Language.EN) -> str:
    """The object's name in a sentence or a list: a building's with its compound, for example."""
    kind, name, compound = given
    return str(name) if compound is None else _CALLED[str(kind)].in_(language).format(name=name, compound=compound)
