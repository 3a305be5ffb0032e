"""docs/questions.md: every operation is run, and its result is the page's.

`GRAPH_API_TEST_WRITE=1 pytest tests/integration/test_questions.py` writes the results.
"""

import json
import os
import re
from pathlib import Path

import pytest

from graph_api.catalogue import load_catalogue
from graph_api.database import open_database
from graph_api.execution import Engine, Request
from graph_api.settings import Settings

PAGE = Path(__file__).parents[2] / "docs" / "questions.md"
WRITE = os.environ.get("GRAPH_API_TEST_WRITE")
QUESTION = re.compile(
    r"^### (?P<number>\d+)\. (?P<title>.+?)$.+?^```graphql\n(?P<operation>.+?)^```\n\n^```json\n(?P<answer>.+?)^```",
    re.MULTILINE | re.DOTALL,
)
QUESTIONS = list(QUESTION.finditer(PAGE.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
async def ask(donggang, neo4j_address):
    """The product's answer, written into the page at the end if that is wanted; a busy machine may take its time to plan."""
    answers = {}
    async with open_database(neo4j_address, statement_seconds=120) as patient:
        engine = Engine(patient, load_catalogue(), Settings())

        async def asked(operation):
            answers[operation] = json.loads(
                (await engine.answer(Request(operation, {}, None), request_id="question")).body
            )
            return answers[operation]

        yield asked
    if WRITE:
        PAGE.write_text(written(answers), encoding="utf-8")


def written(answers):
    """The page with the answers."""
    text = PAGE.read_text(encoding="utf-8")
    for question in reversed(QUESTIONS):
        if answer := answers.get(question["operation"]):
            answer = json.dumps(answer, ensure_ascii=False, indent=2) + "\n"
            text = text[: question.start("answer")] + answer + text[question.end("answer") :]
    return text


def test_the_page_has_thirty_questions_numbered_in_order():
    assert [int(question["number"]) for question in QUESTIONS] == list(range(1, len(QUESTIONS) + 1))
    assert len(QUESTIONS) >= 30
    assert PAGE.read_text(encoding="utf-8").count("```graphql") == len(QUESTIONS)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question["title"])
async def test_a_question_is_answered_as_the_page_says(ask, question):
    answer = await ask(question["operation"])
    assert answer == (answer if WRITE else json.loads(question["answer"]))
    assert "errors" not in answer
    assert any(leaf not in (None, 0, False) for leaf in leaves(answer)), "an answer that says nothing"


def leaves(value):
    if isinstance(value, dict):
        value = list(value.values())
    if not isinstance(value, list):
        yield value
        return
    for each in value:
        yield from leaves(each)
