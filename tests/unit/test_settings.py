"""Settings that can't be used, and text that is shown as it is: one sentence each, whatever the value."""

import pytest
from rich.table import Table
from typer.main import get_command

from graph_api.cli import app
from graph_api.cli.session import load_settings, progress_console, table_console
from graph_api.errors import SetupError
from graph_api.settings import misspelt

SECRET = "s3cret"
TEXTS = ["graph-api[embedded]", "[red]社区[/]", "[/]", "/data/[a]/b", ":key: 号", "bolt://[fe80::1]:7687"]


@pytest.fixture
def sentence(monkeypatch):
    """What is said of a variable with this value."""

    def told(name, value):
        monkeypatch.setenv(name, value)
        with pytest.raises(SetupError) as caught:
            load_settings()
        text = str(caught.value)
        assert text.startswith(f"{name} has an invalid value: ")
        assert text.endswith(".")
        assert "\n" not in text
        assert len(text) < 200
        return text

    return told


@pytest.mark.parametrize(
    "origins",
    [
        "*",
        "https://*.example",
        "board.example",
        "file:///board",
        "null",
        "https://board.example/page",
        "https://board.example?x",
        "https://me:word@board.example",
        "https://board.example:99999",
        "https://ok.example, https://",
    ],
)
def test_what_is_not_an_origin_is_refused(sentence, origins):
    assert "https://board.example" in sentence("GRAPH_API_ALLOWED_ORIGINS", origins)


@pytest.mark.parametrize(
    "uri",
    [
        "http://127.0.0.1:7474",
        "HTTPS://db.example",
        "localhost",
        "localhost:7687",
        "bolt://",
        "bolt://:7687",
        "bolt://db:0",
        "bolt://db:65536",
        "bolt://db:port",
        "bolt://[::1",
        "bolt://::1:7687",
        "bolt://[nonsense]",
        "bolt://a b",
        "bolt://a..b",
        "bolt://db/graph",
        "bolt://db?policy=x",
        "bolt://db#x",
        "file:///etc/passwd",
        "   ",
        f"bolt://neo4j:{SECRET}@db:7687",
        f"bolt://{SECRET}@db",
        f"http://neo4j:{SECRET}@db:7687",
        "nonsense" * 1000,
    ],
)
def test_an_address_that_is_none_is_one_sentence_without_what_was_given(sentence, uri):
    assert SECRET not in sentence("NEO4J_URI", uri)


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ("bolt://127.0.0.1:7687", "bolt://127.0.0.1:7687"),
        (" bolt://db\n", "bolt://db"),
        ("BOLT://db:1", "bolt://db:1"),
        ("bolt://[::1]:7687", "bolt://[::1]:7687"),
        ("neo4j+s://abc.databases.example:7687/", "neo4j+s://abc.databases.example:7687/"),
        ("neo4j://db:7687?policy=x", "neo4j://db:7687?policy=x"),
        ("bolt+ssc://münchen.example", "bolt+ssc://münchen.example"),
    ],
)
def test_an_address_of_a_server_is_taken(monkeypatch, given, taken):
    monkeypatch.setenv("NEO4J_URI", given)
    assert load_settings().neo4j_uri == taken


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("GRAPH_API_TIME_ZONE", ["Mars/Olympus", "Asia", "/etc/passwd", "../x", "Asia/Shanghai/", "x" * 5000]),
        ("GRAPH_API_PORT", ["abc", "-1", "65536", "8000.5"]),
        ("GRAPH_API_PRODUCTION", ["maybe"]),
        ("GRAPH_API_STATEMENT_SECONDS", ["soon", "0", "nan", "inf", "1e300"]),
        ("GRAPH_API_FEEDBACK_DAYS", ["0", "99999999999999999999"]),
        ("GRAPH_API_LOG_FORMAT", ["xml"]),
        ("GRAPH_API_ANSWER_CACHE_BYTES", ["-1", "64M"]),
    ],
)
def test_a_value_that_is_none_is_one_sentence(sentence, name, values):
    for value in values:
        sentence(name, value)


def test_a_former_name_of_a_variable_still_works(monkeypatch):
    monkeypatch.setenv("GRAPH_API_KEPT_ANSWERS_BYTES", "1000")
    assert load_settings().answer_cache_bytes == 1000
    monkeypatch.setenv("GRAPH_API_ANSWER_CACHE_BYTES", "2000")
    assert load_settings().answer_cache_bytes == 2000


def test_a_misspelt_variable_is_told_with_the_nearest_name():
    right = ["GRAPH_API_PORT", "GRAPH_API_KEPT_ANSWERS_BYTES", "graph_api_host", "NEO4J_URI", "NEO4J_HOME", "PATH"]
    wrong = ["GRAPH_API_PROT", "GRAPH_API_NEO4J_URI", "GRAPH_API_XYZZY"]
    assert list(misspelt(dict.fromkeys([*right, *wrong], ""))) == [
        "GRAPH_API_NEO4J_URI is not a setting of graph-api: did you mean NEO4J_URI?",
        "GRAPH_API_PROT is not a setting of graph-api: did you mean GRAPH_API_PORT?",
        "GRAPH_API_XYZZY is not a setting of graph-api.",
    ]


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_printed_is_text_and_no_markup(capsys, text):
    progress_console().print(text)
    table = Table("column", title=text)
    table.add_row(text)
    table_console().print(table)
    written = capsys.readouterr()
    assert written.err == f"{text}\n"
    assert written.out.count(text) == 2


def test_help_holds_no_brackets_that_would_be_taken_for_markup():
    def helps(command):
        yield command.help or ""
        yield from (getattr(parameter, "help", None) or "" for parameter in command.params)
        for each in getattr(command, "commands", {}).values():
            yield from helps(each)

    assert [text for text in helps(get_command(app)) if "[" in text] == []
