"""The compiler and the catalogue are of no domain: none of the product's words stands in them."""

import re
from pathlib import Path

import pytest

import graph_api.catalogue
import graph_api.compiler

ROOMS = (graph_api.compiler, graph_api.catalogue)
MODULES = sorted(module for room in ROOMS for module in Path(room.__file__).parent.glob("*.py"))
NOUNS = (
    "place|city|citie|province|prefecture|subdistrict|district|community|communitie|compound|building|household|department|"
    "leader|member|resident|branch|committee|conference|meeting|escalation|deed|pairing|organization|coverage|finding|"
    "obligation|level|territory"
)
# `within` is any text's word, but not as the name of a parameter.
WORDS = re.compile(rf"\b({NOUNS})s?\b|[$`\"']within\b", re.IGNORECASE)


@pytest.mark.parametrize("module", MODULES, ids=[f"{module.parent.name}/{module.stem}" for module in MODULES])
def test_no_word_of_the_domain_stands_in_a_general_room(module):
    lines = module.read_text(encoding="utf-8").splitlines()
    assert [f"{number}: {line}" for number, line in enumerate(lines, start=1) if WORDS.search(line)] == []
