"""What people type, held against the reference: parts of names in every spelling, and what nobody would type."""

import random
from unicodedata import normalize

import pytest
from pypinyin import lazy_pinyin

from differential.graph import AS_OF, read_graph
from differential.trial import disagreements

SEARCH = """query Search($text: String!, $within: String, $day: Date!) {
  searchResults(text: $text, within: $within, asOf: $day, first: 60) {
    totalCount
    edges { matchKind matchedField matchedText node { __typename id } }
  }
}"""
FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
WAYS = (
    str,
    str.lower,
    " \u3000".join,
    lambda text: text.translate(FULL_WIDTH),
    lambda text: normalize("NFKD", text),
    lambda text: "".join(lazy_pinyin(text)),
    lambda text: "".join(lazy_pinyin(text)).upper()[:7],
    lambda text: "'".join(lazy_pinyin(text, style=1)),
    lambda text: "".join(one[0] for one in lazy_pinyin(text)),
)


def typed():
    """Parts of names, titles and codes, each in a way to type it; always the same."""
    chance = random.Random(15)
    things = [thing for thing in read_graph().things.values() if "name" in thing.cells or "title" in thing.cells]
    for thing in chance.sample(things, 60):
        text = chance.choice([thing.cells.get("name") or thing.cells["title"], thing.id])
        begin = chance.randrange(len(text))
        yield chance.choice(WAYS)(text[begin if chance.random() < 0.6 else 0 :][: chance.randint(1, 6)])


@pytest.mark.parametrize("within", [None, "210681", "210681001003"])
async def test_what_people_type_is_found(engine, reference, within):
    for text in {text for text in typed() if text.strip()}:
        variables = {"text": text, "within": within, "day": AS_OF.isoformat()}
        found = await disagreements(engine, reference, SEARCH, variables)
        assert not found, (text, within, found[:3])


STRANGE = (
    "*",
    "a*",
    "?",
    ")",
    "(",
    '"',
    "\\",
    "AND",
    "OR",
    "~",
    "^2",
    "[a TO b]",
    "/a/",
    "a:b",
    "'",
    "-",
    "%",
    "\u0301",
    "😀",
    "v",
)


@pytest.mark.parametrize("text", [*STRANGE, "", " ", "\u200b", "x" * 100, "x" * 101])
async def test_what_nobody_would_type_is_answered_too(engine, reference, text):
    variables = {"text": text, "within": "210681", "day": AS_OF.isoformat()}
    assert await disagreements(engine, reference, SEARCH, variables) == []
