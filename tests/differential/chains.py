"""The shortest chains of relations between two things."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from differential.graph import Graph, Relation, Thing, standing
from differential.ids import NODE_TYPES, parts, refusal
from differential.items import Ask, Item, Resolver
from differential.pages import list_size

# What has a global id and is no end of a chain.
_NO_ENDS = frozenset(
    {
        *("DepartmentPairing", "LeaderPairing", "Appointment", "CrossAppointment"),
        *("Meeting", "Document", "Issue", "Escalation"),
        *("Visit", "EvaluationRound", "Evaluation", "Criterion", "Appraisal"),
        *("PostKind", "TeamKind", "ZoneKind"),
        *("Deed", "Contribution", "SettledMatter"),
    }
)
LINKS = (
    *("PART_OF", "ADJACENT_TO", "PAIRED_WITH", "SUPERVISES", "HOLDS"),
    *("SERVES", "FOUNDED_ON", "FORMED_IN", "COVERS", "LEADS", "STATIONED_IN", "ORGANIZED_IN", "MEMBER_OF"),
    *("BELONGS_TO", "INVITED_TO", "LIAISON_OF", "LIES_IN"),
)
_SAID = {
    "PART_OF": "lies in",
    "ADJACENT_TO": "stands beside",
    "PAIRED_WITH": "is paired with",
    "SUPERVISES": "supervises",
    "SERVES": "serves",
    "FOUNDED_ON": "was founded on the basis of",
    "FORMED_IN": "was formed in",
    "COVERS": "covers",
    "LEADS": "leads",
    "STATIONED_IN": "is stationed in",
    "ORGANIZED_IN": "is the Party organization of",
    "MEMBER_OF": "is a member unit of",
    "LIES_IN": "lies in",
    "BELONGS_TO": "is a standing member of",
    "INVITED_TO": "is invited to",
    "LIAISON_OF": "holds the liaison office of",
    "CONVENOR": "is convenor of",
    "SECRETARY": "is secretary of",
    "DEPUTY_SECRETARY": "is deputy secretary of",
    "COMMITTEE_MEMBER": "is on the committee of",
    "DIRECTOR": "is director of",
    "DEPUTY_DIRECTOR": "is deputy director of",
    "MEMBER": "is a member of",
    "PARTY_HEAD": "is Party head of",
    "MANAGER": "is manager of",
    "QUALITY_SUPERVISOR": "is property quality supervisor at",
}
# What stands between the two names in Chinese, and after the second.
_SAID_IN_CHINESE = {
    "PART_OF": ("位于", ""),
    "ADJACENT_TO": ("与", "相邻"),
    "PAIRED_WITH": ("联系包扶", ""),
    "SUPERVISES": ("分管", ""),
    "SERVES": ("服务", ""),
    "FOUNDED_ON": ("依托", "建立"),
    "FORMED_IN": ("在", "组建"),
    "COVERS": ("覆盖", ""),
    "LEADS": ("担任", "组长"),
    "STATIONED_IN": ("驻", ""),
    "ORGANIZED_IN": ("为", "的党组织"),
    "MEMBER_OF": ("为", "成员单位"),
    "LIES_IN": ("位于", ""),
    "BELONGS_TO": ("为", "成员"),
    "INVITED_TO": ("受邀参加", ""),
    "LIAISON_OF": ("承担", "联络办公室工作"),
    "CONVENOR": ("担任", "总召集人"),
    "SECRETARY": ("担任", "书记"),
    "DEPUTY_SECRETARY": ("担任", "副书记"),
    "COMMITTEE_MEMBER": ("担任", "委员"),
    "DIRECTOR": ("担任", "主任"),
    "DEPUTY_DIRECTOR": ("担任", "副主任"),
    "MEMBER": ("担任", "委员"),
    "PARTY_HEAD": ("担任", "党员负责人"),
    "MANAGER": ("担任", "经理"),
    "QUALITY_SUPERVISOR": ("担任", "物业服务质量监督员"),
}
# What a relation says of things of a kind, where that differs: in English, and in Chinese as above.
_SAID_OF = {
    ("Conference", "SERVES"): ("is the conference of", ("为", "的联席会")),
    ("OwnersCommittee", "SERVES"): ("represents the owners of", ("代表", "业主")),
}
_EVENTS = {"FOUNDED_ON", "FORMED_IN"}
# More chains than a test can compare; those that are cut off are of no use to anybody either.
MOST_CHAINS = 400


@dataclass(frozen=True)
class Step:
    """A relation of a chain, from the end nearer to the chain's start."""

    link: Relation
    near: Thing
    far: Thing


@dataclass(frozen=True)
class Way:
    """What a chain may consist of: relations of some types, and between its ends things of some kinds."""

    graph: Graph
    day: date
    ends: frozenset[str]
    links: tuple[str, ...]
    kinds: frozenset[str] | None

    def steps(self, thing: Thing) -> Iterator["Step"]:
        """The relations that lead from a thing to what a chain may touch."""
        for type_ in self.links:
            leaving = standing(self.graph.leaving(thing, type_), self.day)
            reaching = standing(self.graph.reaching(thing, type_), self.day)
            for step in (
                *(Step(link, thing, link.end) for link in leaving),
                *(Step(link, thing, link.start) for link in reaching),
            ):
                kinds = {step.far.kind, "Person"} if step.far.kind == "Leader" else {step.far.kind}
                if self.kinds is None or step.far.id in self.ends or kinds & self.kinds:
                    yield step


def connections(ask: Ask) -> list[Item | None]:
    """All shortest chains from one thing to another, up to a number that no page has."""
    list_size(ask.arguments)
    return _found(ask, LINKS, None, 12)


def paths(ask: Ask) -> list[Item | None]:
    """The same of the chains that fit the arguments. Raises BAD_USER_INPUT."""
    list_size(ask.arguments)
    excluding, types = ask.arguments.get("excluding") or (), ask.arguments.get("types")
    most = ask.arguments.get("maxLength")
    if most is not None and not 1 <= most <= 12:
        raise refusal("BAD_USER_INPUT")
    every = {kind.upper(): kind for kind in {*NODE_TYPES} - _NO_ENDS}
    kinds = {*every.values()} - {"City", "Subdistrict"}
    if types is not None:
        kinds = {every[type_.replace("_", "")] for type_ in types}
    return _found(ask, tuple(link for link in LINKS if link not in excluding), frozenset(kinds), most or 12)


def _found(ask: Ask, links: tuple[str, ...], kinds: frozenset[str] | None, most: int) -> list[Item | None]:
    start, goal = (_thing(ask, ask.arguments[name]) for name in ("from", "to"))
    if start is None or goal is None or start is goal:
        return []
    found = []
    for chain in _walk(Way(ask.graph, ask.day, frozenset({start.id, goal.id}), links, kinds), start, goal):
        if len(chain) <= most:
            found.append(ask.made("Chain", chain))
        if len(found) == MOST_CHAINS:
            break
    return found


def _thing(ask: Ask, given: str) -> Thing | None:
    type_, local, _ = parts(given)
    if type_ in _NO_ENDS:
        raise refusal("BAD_ID")
    thing = ask.graph.things.get(local)
    return thing if thing is not None and (thing.kind == type_ or (thing.kind, type_) == ("Leader", "Person")) else None


def _walk(way: Way, start: Thing, goal: Thing) -> Iterator[tuple[Step, ...]]:
    """The chains: every step from the start goes straight towards the goal."""
    distance = _distances(way, start, goal)

    def onward(thing: Thing) -> Iterator[tuple[Step, ...]]:
        if thing is goal:
            yield ()
            return
        for step in way.steps(thing):
            if distance.get(step.far.id, -1) == distance[thing.id] - 1:
                for rest in onward(step.far):
                    yield (step, *rest)

    if start.id in distance:
        yield from onward(start)


def _distances(way: Way, start: Thing, goal: Thing) -> dict[str, int]:
    """How far from the goal everything is that is no farther than the start: breadth first."""
    distance, edge = {goal.id: 0}, [goal]
    while edge and start.id not in distance:
        following = []
        for thing in edge:
            for step in way.steps(thing):
                if step.far.id not in distance:
                    distance[step.far.id] = distance[thing.id] + 1
                    following.append(step.far)
        edge = following
    return distance


def is_chinese(ask: Ask) -> bool:
    """Whether the field asks for Chinese."""
    return ask.arguments.get("language") == "ZH"


def sentence(ask: Ask, link: Relation) -> str:
    """What the relation says."""
    what = link.cells["role"] if link.type == "HOLDS" else link.type
    own = _SAID_OF.get((link.start.kind, what))
    if is_chinese(ask):
        between, after = own[1] if own else _SAID_IN_CHINESE[what]
        on = f"{link.since.year}年{link.since.month}月{link.since.day}日" if link.since else ""
        since = on and (f"于{on}" if what in _EVENTS else f"自{on}起")
        return f"{_called(ask, link.start)}{since}{between}{_called(ask, link.end)}{after}"
    said = own[0] if own else _SAID[what]
    since = f" {'on' if what in _EVENTS else 'since'} {link.since.isoformat()}" if link.since else ""
    return f"{_called(ask, link.start)} {said} {_called(ask, link.end)}{since}"


def _called(ask: Ask, thing: Thing) -> str:
    """How a sentence calls the thing: what belongs to a compound by the compound, all else by its name."""
    if is_chinese(ask) and thing.kind in {"Building", "Branch", "OwnersCommittee"}:
        noun = {"Branch": "党支部", "OwnersCommittee": "业委会"}.get(thing.kind, thing.name)
        return f"{ask.graph.things[thing.id[:15]].name}{noun}"
    if thing.kind == "Building":
        return f"{thing.name} of {ask.graph.things[thing.id[:15]].name}"
    noun = {"Branch": "the branch", "OwnersCommittee": "the owners' committee"}.get(thing.kind)
    return f"{noun} of {ask.graph.things[thing.id[:15]].name}" if noun else thing.name


FIELDS: dict[str, dict[str, Resolver]] = {
    "Chain": {
        "length": lambda ask: len(ask.value),
        "steps": lambda ask: [ask.made("ChainStep", step) for step in ask.value],
    },
    "ChainStep": {
        "from": lambda ask: ask.item(ask.value.near),
        "to": lambda ask: ask.item(ask.value.far),
        "relation": lambda ask: ask.value.link.type,
        "sentence": lambda ask: sentence(ask, ask.value.link),
        "since": lambda ask: ask.value.link.since,
    },
}
