"""The tables of `graph-api coverage`."""

import re

import pytest

from graph_api.cli.common_failures import QUERY
from graph_api.cli.coverage import _QUERY
from graph_api.rules.rule import SUBJECTS
from graph_api.schema import graphql_schema


@pytest.mark.parametrize("query", [_QUERY, QUERY])
@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_type_of_subject_has_a_name_or_title(query, subject):
    named = re.findall(r"\.\.\. on (\w+) \{ (?:name|title) \}", query)
    of_type = graphql_schema().get_type(subject)
    assert {subject, *(each.name for each in of_type.interfaces)} & set(named)
